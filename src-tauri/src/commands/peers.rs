//! Peers: invites, neighbours, laptops that ask to be admitted, and what this home does on networks.

use folkmoot::id::{ActId, AssemblyId};
use folkmoot::plain::Member;
use folkmoot_desk::{ActsCode, AnswerCode, AskCode, Desk, DeviceCode, Network, RecoveryCard, Told, TownCode, Trouble, words};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value as Json, json};
use tauri::{AppHandle, State};

use super::plain;
use crate::shell::{Asker, Shell};

/// What a page asks about neighbours and networks.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(tag = "deed", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub(crate) enum Ask {
    /// What this home does on networks, and where it can be met.
    Network,
    /// Choose what this home does on networks.
    Choose {
        /// The choice.
        network: Network,
    },
    /// Call everybody who is known, now.
    Call,
    /// The invites that were made here.
    Invites,
    /// Invite a town.
    InviteTown,
    /// Invite one more laptop of a member.
    InviteDevice {
        /// Whose.
        member: Member,
    },
    /// Take an invite back.
    Revoke {
        /// Its name.
        name: String,
    },
    /// Answer a code that somebody gave: a town's invite, a laptop's invite, an answer or a request; acts are taken in; of a recovery card only
    /// what it is.
    Answer {
        /// The code.
        code: String,
    },
    /// The answer to a town's invite, again, to be carried by hand.
    AnswerTo {
        /// The town.
        town: AssemblyId,
    },
    /// Stop being neighbours with a town.
    Part {
        /// The town.
        town: AssemblyId,
    },
    /// The laptops that ask to be admitted.
    Waiting,
    /// Admit one of them: both show the same words.
    Admit {
        /// The request whose words were compared.
        ask: ActId,
    },
    /// Make a recovery card for the holder of this laptop; nothing of it is kept here.
    MakeCard,
    /// Sign binding acts that wait, with a recovery card in hand.
    SignByCard {
        /// The card's code.
        code: String,
        /// The acts.
        acts: Vec<ActId>,
    },
    /// Bring this laptop onto the roll with a recovery card in hand.
    AdmitByCard {
        /// The card's code.
        code: String,
    },
    /// Go on with this laptop's key, which was stopped: an older copy of the book was brought back.
    BroughtBack,
    /// Codes that hold a binding act with its signatures, and what came before it, for another laptop to read.
    ActCode {
        /// The act.
        act: ActId,
    },
    /// A code that was opened outside of the window stands in a field of the page.
    Shown {
        /// The code.
        code: String,
    },
    /// The picture of a code.
    Picture {
        /// The code.
        code: String,
    },
}

/// Does what a page asks, and gives what the desk answers.
#[tauri::command(async)]
pub(crate) fn peers(deed: Ask, asker: Asker, app: AppHandle, shell: State<'_, Shell>) -> Result<Json, Box<Told>> {
    let settles =
        matches!(deed, Ask::Choose { .. } | Ask::Answer { .. } | Ask::Admit { .. } | Ask::SignByCard { .. } | Ask::AdmitByCard { .. });
    let done = answer(deed, &asker, &shell);
    if settles && done.is_ok() {
        shell.settle(&app).map_err(|trouble| asker.told(&trouble))?;
        // Whoever a code has just named may be called at once; whom it names twice is met once.
        let known = shell.with(|desk| desk.callable()).ok().flatten().unwrap_or_default();
        let _ = shell.wire().call(&known);
    }
    done.map_err(|trouble| asker.told(&trouble))
}

fn answer(deed: Ask, asker: &Asker, shell: &Shell) -> Result<Json, Trouble> {
    let now = shell.moment().seconds;
    let addresses = |assembly: &AssemblyId| shell.wire().bound().get(assembly).cloned().unwrap_or_default();
    match deed {
        Ask::Network => {
            let network = shell.kept(|desk| desk.network())?;
            Ok(json!({ "network": network, "on": shell.wire().is_on(), "addresses": shell.wire().bound() }))
        }
        Ask::Choose { network } => shell.kept(|desk| desk.set_network(&network)).map(|()| json!({})),
        Ask::Call => {
            let callable = shell.kept(|desk| desk.callable())?;
            let (called, known) = shell.wire().call(&callable)?;
            Ok(json!({ "called": called, "known": known }))
        }
        Ask::Invites => shell.kept(|desk| plain(desk.invites(asker.which(desk)?, now)?)),
        Ask::InviteTown => shell.kept(|desk| {
            let assembly = asker.which(desk)?;
            let code = desk.invite_town(assembly, &addresses(&assembly), now)?;
            Ok(json!({ "code": code.to_string(), "invite": code.secret.name(), "until": code.until, "words": words(assembly) }))
        }),
        Ask::InviteDevice { member } => shell.kept(|desk| {
            let assembly = asker.which(desk)?;
            let code = desk.invite_device(assembly, member, &addresses(&assembly), now)?;
            Ok(json!({ "code": code.to_string(), "invite": code.secret.name(), "until": code.until, "words": words(assembly) }))
        }),
        Ask::Revoke { name } => shell.kept(|desk| desk.revoke(asker.which(desk)?, &name, now)).map(|()| json!({})),
        Ask::Answer { code } => answered(code.trim(), asker, shell, now),
        Ask::AnswerTo { town } => shell.kept(|desk| {
            let letters = desk.letters_to(town, now)?;
            let code = letters.into_iter().find(|letter| letter.parse::<AnswerCode>().is_ok());
            Ok(json!({ "code": code }))
        }),
        Ask::Part { town } => shell.kept(|desk| desk.part_with(asker.which(desk)?, town, now)).map(|_| json!({})),
        Ask::Waiting => shell.kept(|desk| plain(desk.waiting(asker.which(desk)?)?)),
        Ask::Admit { ask } => shell.kept(|desk| Ok(json!({ "ids": [desk.admit_waiting(asker.which(desk)?, ask, now)?] }))),
        Ask::MakeCard => shell.kept(|desk| {
            let assembly = asker.which(desk)?;
            let (card, (), id) = desk.make_card(assembly, now, |_| Ok(()))?;
            Ok(json!({ "code": card.to_string(), "member": card.member, "words": words(assembly), "counts": desk.counts(assembly, &id)? }))
        }),
        Ask::SignByCard { code, acts } => {
            let card: RecoveryCard = code.parse().map_err(Trouble::Code)?;
            shell.kept(|desk| Ok(json!({ "ids": desk.sign_by_card(&card, &acts, now)? })))
        }
        Ask::AdmitByCard { code } => {
            let card: RecoveryCard = code.parse().map_err(Trouble::Code)?;
            shell.kept(|desk| {
                let id = desk.admit_by_card(&card, now)?;
                let counts = desk.counts(card.assembly, &id)?;
                Ok(json!({ "assembly": card.assembly, "counts": counts, "laptop_words": desk.laptop_words(card.assembly)? }))
            })
        }
        Ask::BroughtBack => shell.kept(|desk| desk.brought_back(asker.which(desk)?, now)).map(|()| json!({})),
        Ask::ActCode { act } => shell.kept(|desk| {
            let codes: Vec<String> = desk.show_act(asker.which(desk)?, act)?.iter().map(ToString::to_string).collect();
            Ok(json!({ "codes": codes }))
        }),
        Ask::Shown { code } => {
            shell.wire().shown(&code);
            Ok(json!({}))
        }
        Ask::Picture { code } => Ok(json!({ "picture": folkmoot_host::drawn(&code) })),
    }
}

/// Takes a code for what it is: whoever was given one need not know its kind.
fn answered(code: &str, asker: &Asker, shell: &Shell, now: i64) -> Result<Json, Trouble> {
    if let Ok(invite) = code.parse::<DeviceCode>() {
        let ask: AskCode = shell.begun(|desk| desk.join_device(&invite, now))?;
        return Ok(json!({
            "kind": "device", "assembly": invite.assembly, "name": invite.name, "code": ask.to_string(), "words": words(invite.assembly),
            "laptop_words": ask.words(),
        }));
    }
    if code.parse::<AskCode>().is_ok() || code.parse::<AnswerCode>().is_ok() {
        let heard = shell.kept(|desk: &mut Desk| desk.hear_letter(code, None, now))?;
        return Ok(json!({ "kind": "letter", "heard": heard }));
    }
    if let Ok(acts) = code.parse::<ActsCode>() {
        let received = shell.kept(|desk| desk.hear_acts(&acts, now))?;
        return Ok(json!({ "kind": "acts", "assembly": acts.assembly, "acts": acts.acts(), "received": received }));
    }
    if let Ok(card) = code.parse::<RecoveryCard>() {
        let stands = shell.with(|desk| Ok((desk.has(card.assembly), desk.may_write(card.assembly)?)))?;
        let (arrived, writes) = stands.unwrap_or_default();
        return Ok(json!({
            "kind": "card", "assembly": card.assembly, "name": card.name, "member": card.member, "words": words(card.assembly),
            "arrived": arrived, "writes": writes,
        }));
    }
    let town: TownCode = code.parse().map_err(Trouble::Code)?;
    let answer = shell.begun(|desk| desk.join_town(&town, asker.assembly, now))?;
    let ours = answer.as_ref().map(|answer| words(answer.from));
    Ok(json!({
        "kind": "town", "assembly": town.assembly, "name": town.name, "words": words(town.assembly),
        "code": answer.map(|answer| answer.to_string()), "our_words": ours,
    }))
}
