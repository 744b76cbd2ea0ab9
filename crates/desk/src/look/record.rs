//! The record itself: every act with what it counts for, and what waits for signatures.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::act::{Act, Standing};
use folkmoot::change::Ring;
use folkmoot::fold::{Against, Fold, Judged, Signers, Status};
use folkmoot::id::{ActId, ChangeHash, DeviceId};
use folkmoot::ledger::Reversal;
use folkmoot::plain::Member;
use folkmoot::refusal::Rule;
use folkmoot::{people, roll};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;

use super::does::Does;
use super::part::one_of;
use super::{Asked, misasked};
use crate::Trouble;

/// An act as it was filed, which is one of those in the schema of acts unless a newer version wrote it.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("anyOf" = [
    { "$ref": "acts.schema.json" },
    {
        "title": "NewerAct", "description": "An act of a kind that a newer version writes.", "type": "object",
        "properties": { "do": { "description": "Its kind.", "type": "string" } }, "required": ["do"], "additionalProperties": true,
    },
]))]
pub struct AnyAct(pub Json);

/// One act of the record.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Filed<'a> {
    /// Its id.
    id: ActId,
    /// The signed change that carries it.
    change: ChangeHash,
    /// What it counts for.
    status: &'a Status,
    /// What stands against it, where it is contested or split.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    against: BTreeSet<Against>,
    /// Whether it is a binding act that nothing can bring down any more but somebody's fork, which would show.
    settled: bool,
    /// Who may read it.
    ring: Ring,
    /// The document that files it.
    document: &'a str,
    /// The member whose laptop wrote it; none where its own past knows of no such laptop.
    by: Option<Member>,
    /// The laptop that wrote it.
    device: DeviceId,
    /// When that laptop's clock says so, in seconds since 1970.
    claimed_at: i64,
    /// The act.
    act: AnyAct,
    /// What it does, beside what it says itself.
    #[serde(flatten)]
    does: Does,
}

/// One binding act that waits for signatures.
#[derive(Debug, Serialize, JsonSchema)]
struct Unsigned<'a> {
    /// The act.
    #[serde(flatten)]
    filed: Filed<'a>,
    /// Whose signature counts so far, its author's first.
    signed_by: Vec<Member>,
    /// Who signed it too, without that counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_counted: Vec<Member>,
    /// Pairs of those whose signature counts that are not counted together: one had signed to take the other's laptop off the roll.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    apart: BTreeSet<(Member, Member)>,
    /// How many must sign it.
    needs: u32,
    /// Whether this laptop signed it.
    signed_here: bool,
    /// Whether a laptop or card that signed it is on the roll.
    asked_for: bool,
}

/// Binding acts that wait for signatures.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ToSign<'a> {
    /// What this laptop has not signed first; of that the first act of each laptop before the second of any; last what no laptop on the
    /// roll asks for any more.
    to_sign: Vec<Unsigned<'a>>,
}

/// Every act with what it counts for, or those that count for one thing.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Acts<'a> {
    /// Each after its past; only some, where so many are asked for.
    acts: Vec<Filed<'a>>,
    /// How many there are.
    of: usize,
}

/// One act with its signers and reasons.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct OneAct<'a> {
    /// The act.
    #[serde(flatten)]
    filed: Filed<'a>,
    /// When it arrived here or was written here, as this laptop's clock said then; `claimed_at` is what its author's said.
    arrived_at: Option<i64>,
    /// The rule that refuses it, of one that is void.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<Rule>,
    /// Whose signature counts so far, its author's first, of one that is binding.
    #[serde(skip_serializing_if = "Option::is_none")]
    signed_by: Option<Vec<Member>>,
    /// Who signed it too, without that counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_counted: Vec<Member>,
    /// Pairs of those whose signature counts that are not counted together: one had signed to take the other's laptop off the roll.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    apart: BTreeSet<(Member, Member)>,
    /// How many must sign it, of one that is binding.
    #[serde(skip_serializing_if = "Option::is_none")]
    needs: Option<u32>,
    /// What took it back, of an entry of the ledger that was taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    taken_back: Option<&'a Reversal>,
}

/// The word for a status, as in `acts STATUS`.
pub(super) fn word(status: &Status) -> &'static str {
    match status {
        Status::Counts => "counts",
        Status::Pending => "pending",
        Status::Contested => "contested",
        Status::Split => "split",
        Status::Void { .. } => "void",
        Status::Newer => "newer",
    }
}

impl<'a> Filed<'a> {
    fn of(judged: &Judged<'a>, fold: &Fold) -> Filed<'a> {
        let says = judged.change.says();
        Filed {
            id: judged.change.act_id(),
            change: judged.change.hash(),
            status: judged.status,
            against: fold.against(&judged.change.hash()),
            settled: fold.settled(&judged.change.act_id()),
            ring: says.ring,
            document: says.document.as_str(),
            by: judged.by.map(|by| by.member),
            device: says.device,
            claimed_at: says.claimed_at,
            act: AnyAct(judged.change.act().to_json()),
            does: Does::of(judged, fold),
        }
    }
}

fn waits_for_signatures(judged: &Judged<'_>) -> bool {
    let signs = judged.act.is_some_and(|act| matches!(act.standing(), Standing::Sign { .. }));
    matches!(judged.status, Status::Pending | Status::Contested | Status::Split) && !signs && judged.act.is_some_and(is_binding)
}

/// The binding acts that wait for signatures, each once: whoever forks can carry one twice.
fn unsigned(fold: &Fold) -> impl Iterator<Item = Judged<'_>> {
    let mut told = BTreeSet::new();
    let waiting = fold.judged().filter(waits_for_signatures).map(|judged| judged.change.act_id());
    waiting.filter(move |act| told.insert(*act)).filter_map(|act| fold.act(&act)).filter(waits_for_signatures)
}

/// A binding act that waits for signatures.
pub(crate) struct Waiting<'a> {
    pub(crate) judged: Judged<'a>,
    signers: Signers,
    /// Whether a laptop or card on the roll asks for it.
    asked_for: bool,
    /// Whether this laptop signed it.
    signed_here: bool,
}

/// The binding acts that wait for signatures: what this laptop has not signed before what others are waited for, and of each the first of
/// every laptop before the second of any, for one that files thousands hides nothing of others; last what none on the roll asks for.
pub(crate) fn waiting<'a>(fold: &'a Fold, own: Option<DeviceId>) -> Vec<Waiting<'a>> {
    let mut filed: BTreeMap<DeviceId, usize> = BTreeMap::new();
    let in_turn = |judged: Judged<'a>| {
        let turn = filed.entry(judged.change.says().device).or_default();
        *turn += 1;
        let act = judged.change.act_id();
        let (signers, asked_for) = (fold.signers(&act), fold.is_asked_for(&act));
        let signed_here = own.is_some_and(|own| signers.devices.contains(&own));
        (*turn, Waiting { judged, signers, asked_for, signed_here })
    };
    let mut waiting: Vec<(usize, Waiting<'a>)> = unsigned(fold).map(in_turn).collect();
    waiting.sort_by_key(|(turn, one)| (!one.asked_for, one.signed_here, *turn));
    waiting.into_iter().map(|(_, one)| one).collect()
}

/// How many binding acts wait for signatures that a laptop on the roll asks for.
pub(super) fn asked_for(fold: &Fold) -> usize {
    unsigned(fold).filter(|judged| fold.is_asked_for(&judged.change.act_id())).count()
}

/// Whether people can make it count after all: a deed of the commons is ratified, others sign what binds, and what stays inside is
/// written anew.
pub(super) fn can_be_ratified(judged: &Judged<'_>) -> bool {
    // A strike deletes for good: whoever stands by one strikes anew.
    let deed = judged.act.filter(|act| !matches!(act, Act::People(people::Act::Strike { .. })));
    let is_deed = deed.is_some_and(|act| matches!(act.standing(), Standing::Deed(_) | Standing::Note));
    *judged.status == Status::Contested && is_deed && judged.change.says().ring == Ring::Commons
}

pub(crate) fn is_binding(act: &Act) -> bool {
    !matches!(act.standing(), Standing::Deed(_) | Standing::Note | Standing::Sign { .. })
}

pub(super) fn to_sign<'a>(asked: &Asked<'a>) -> Result<ToSign<'a>, Trouble> {
    let own = asked.desk.archive.pen(asked.assembly)?.map(|pen| pen.device);
    let to_sign = waiting(asked.fold, own).into_iter().map(|Waiting { judged, signers, asked_for, signed_here }| Unsigned {
        filed: Filed::of(&judged, asked.fold),
        signed_by: signers.counting,
        not_counted: signers.others,
        apart: signers.apart,
        needs: signers.needs,
        signed_here,
        asked_for,
    });
    Ok(ToSign { to_sign: to_sign.collect() })
}

/// What is said elsewhere already: signatures stand with what they sign, and typing with its draft.
const QUIET: [&str; 2] = ["roll.sign", "draft.edit"];
/// Among how many acts those are looked for that were written last.
const LOOKED: usize = 200;

/// What was written last, the last one first; of acts with one and the same moment, the one that follows the others.
pub(super) fn latest<'a>(asked: &Asked<'a>, count: usize) -> Vec<Filed<'a>> {
    let earlier = asked.fold.sizes().0.saturating_sub(LOOKED);
    // What somebody noted alone is nothing for a page that others may see over the shoulder.
    let open = asked.fold.judged().skip(earlier).filter(|judged| judged.change.says().ring != Ring::Person);
    let mut told: Vec<Filed<'a>> = open.map(|judged| Filed::of(&judged, asked.fold)).collect();
    told.retain(|filed| filed.act.0.get("do").and_then(Json::as_str).is_none_or(|kind| !QUIET.contains(&kind)));
    told.reverse();
    told.sort_by_key(|filed| std::cmp::Reverse(filed.claimed_at));
    told.truncate(count);
    told
}

/// Whether an act says how a member came, went, or is named, or is of one of the member's laptops.
fn is_of(asked: &Asked<'_>, act: &Act, of: Member) -> bool {
    match act {
        Act::Roll(roll::Act::Found { .. }) => of == Member(1),
        Act::Roll(roll::Act::Enrol { members, .. }) => members.iter().any(|enrolled| enrolled.number == of),
        Act::Roll(roll::Act::Card { member, .. } | roll::Act::Leave { member, .. } | roll::Act::Admit { member, .. })
        | Act::People(people::Act::Strike { member, .. }) => *member == of,
        Act::Roll(roll::Act::Remove { device, .. }) => {
            asked.fold.book().commons.roll.devices.get(device).is_some_and(|device| device.member == of)
        }
        Act::Roll(roll::Act::Quorum { .. } | roll::Act::Sign { .. } | roll::Act::Ratify { .. })
        | Act::Charter(_)
        | Act::Minutes(_)
        | Act::Mandate(_)
        | Act::Ledger(_)
        | Act::Floor(_)
        | Act::Draft(_)
        | Act::Neighbour(_)
        | Act::Witness(_)
        | Act::Sealed(_)
        | Act::Note(_)
        | Act::Quiet(_) => false,
    }
}

pub(super) fn acts<'a>(asked: &Asked<'a>) -> Result<Acts<'a>, Trouble> {
    let part = asked.part("acts")?;
    let wanted = one_of(part.word, ["counts", "pending", "contested", "to-ratify", "split", "void", "newer"], "acts")?;
    let of = part.of.map(|of| of.parse().map(Member).map_err(|_| misasked("acts"))).transpose()?;
    let by = part.by.map(|by| asked.desk.find_laptop(asked.assembly, by)).transpose()?;
    let fits = |judged: &Judged<'_>| {
        let says = judged.change.says();
        wanted.is_none_or(|wanted| if wanted == "to-ratify" { can_be_ratified(judged) } else { word(judged.status) == wanted })
            && by.is_none_or(|by| says.device == by)
            && of.is_none_or(|of| judged.act.is_some_and(|act| is_of(asked, act, of)))
    };
    let (found, acts) = part.of(asked.fold.judged().filter(fits).collect());
    Ok(Acts { of: found, acts: acts.iter().map(|judged| Filed::of(judged, asked.fold)).collect() })
}

pub(super) fn act<'a>(asked: &Asked<'a>) -> Result<OneAct<'a>, Trouble> {
    let word = asked.word(0, "act")?;
    let id = asked.desk.find_act(asked.assembly, word)?;
    let judged = asked.fold.act(&id).ok_or(Trouble::NoSuchAct { act: id })?;
    let rule = match judged.status {
        Status::Void { why } => Some(why.rule()),
        Status::Counts | Status::Pending | Status::Contested | Status::Split | Status::Newer => None,
    };
    let signers = judged.act.is_some_and(is_binding).then(|| asked.fold.signers(&id));
    let (needs, signed_by) = signers.as_ref().map(|signers| (signers.needs, signers.counting.clone())).unzip();
    let Signers { others, apart, .. } = signers.unwrap_or_default();
    Ok(OneAct {
        filed: Filed::of(&judged, asked.fold),
        arrived_at: asked.desk.archive.received_at(judged.change.hash())?,
        rule,
        signed_by,
        not_counted: others,
        apart,
        needs,
        taken_back: asked.fold.book().commons.ledger.reversal(&id).filter(|reversal| asked.by(reversal.day)),
    })
}
