//! The roll and the people.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::act::Entry;
use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::plain::{Day, Member};
use folkmoot::roll::{Enrolment, Kind};
use schemars::JsonSchema;
use serde::Serialize;

use super::finding::{Fit, Needle, Text};
use super::part::one_of;
use super::shelf::Kept;
use super::{Asked, misasked};
use crate::{CardText, Trouble};

/// A laptop or paper card that was admitted.
#[derive(Debug, Serialize, JsonSchema)]
struct Laptop<'a> {
    /// Its signing key.
    device: DeviceId,
    /// Whose it is.
    member: Member,
    /// The name, where the card is here.
    name: Option<&'a str>,
    /// Whether it is a paper recovery card.
    paper: bool,
    /// The admitting act.
    admitted: &'a Entry,
    /// Whether it was taken off the roll.
    removed: bool,
    /// Whether its line forks.
    forked: bool,
    /// Whether it came under a number that had another already, and that one did not let it in: nobody knows by the book whose it is.
    by_others: bool,
    /// Whether it is on the roll with a key that this laptop had, and writes with no more: unless another has it, nobody does.
    was_ours: bool,
    /// Whether whoever holds this laptop can say by a signature that it is theirs, too.
    may_be_ours: bool,
}

/// Laptops, holders, k and how many must sign.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Roll<'a> {
    /// The assembly.
    assembly: AssemblyId,
    /// What it calls itself.
    name: &'a str,
    /// Where it meets.
    place: Option<&'a str>,
    /// Its words, to compare aloud.
    words: String,
    /// How many members belong.
    members: u32,
    /// The members who hold a laptop.
    holders: BTreeSet<Member>,
    /// How many holders must sign what is binding, where there are as many.
    k: u32,
    /// How many must sign what is binding now.
    must_sign: u32,
    /// How many must sign what changes the roll.
    must_sign_for_the_roll: u32,
    /// The number that the next change of k takes.
    next_quorum: u32,
    /// Whether one member alone holds laptops, so that nobody else signs anything yet.
    provisional: bool,
    /// Laptops that were ever admitted, by key.
    devices: Vec<Laptop<'a>>,
}

/// A member with what the card says, where it is here.
#[derive(Debug, Serialize, JsonSchema)]
struct Person<'a> {
    /// The number.
    member: Member,
    /// The card that stands.
    card: Option<&'a CardText>,
    /// Person or institution.
    kind: Kind,
    /// The day on which the member left.
    left: Option<Day>,
    /// Whether two laptops gave the number at once.
    given_twice: bool,
    /// Whether the member holds a laptop; none on a day that is asked for, since no act says.
    has_laptop: Option<bool>,
    /// Every card that is here, of a number that was given twice.
    #[serde(skip_serializing_if = "Option::is_none")]
    cards: Option<Vec<&'a CardText>>,
}

/// A member's name.
#[derive(Debug, Serialize, JsonSchema)]
struct Named<'a> {
    /// The number.
    member: Member,
    /// The name.
    name: &'a str,
}

/// The names that are here, of those members who are asked for.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Names<'a> {
    /// By number.
    names: Vec<Named<'a>>,
}

/// Members, or those among them who are asked for.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct People<'a> {
    /// Whether who had been entered goes by what clocks claimed.
    by_claims: bool,
    /// By number, unless another order is asked for.
    members: Vec<Person<'a>>,
    /// How many members belong in all.
    of: u32,
    /// How many fit what is asked for.
    found: usize,
}

/// A number that two laptops gave at once, with every name that is here for it: one of them is to be entered again.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct GivenTwice {
    /// The number.
    member: Member,
    /// The names.
    names: Vec<String>,
    /// What to say on the command line.
    repair: String,
}

pub(super) fn roll<'a>(asked: &Asked<'a>) -> Result<Roll<'a>, Trouble> {
    let roll = &asked.fold.book().commons.roll;
    let own = asked.desk.archive.pen(asked.assembly)?;
    let laid_down = asked.desk.laid_down(asked.assembly)?;
    let mut by_others: BTreeMap<Member, BTreeSet<DeviceId>> = BTreeMap::new();
    let devices = roll.devices.iter().map(|(id, device)| {
        let member = device.member;
        let by_others = by_others.entry(member).or_insert_with(|| asked.fold.let_in_by_others(member)).contains(id);
        Laptop {
            device: *id,
            member,
            name: asked.name(member),
            paper: device.paper,
            admitted: &device.admitted,
            removed: roll.removed.contains_key(id),
            forked: asked.fold.forkers().any(|forker| forker == *id),
            by_others,
            was_ours: laid_down.contains(id) && !roll.removed.contains_key(id),
            may_be_ours: by_others && own.as_ref().is_some_and(|own| asked.fold.may_vouch(&own.device, id)),
        }
    });
    Ok(Roll {
        assembly: asked.assembly,
        name: roll.name(),
        place: roll.founded.as_ref().and_then(|(_, _, place)| place.as_deref()),
        words: crate::words(asked.assembly),
        members: roll.size(),
        holders: roll.holders(),
        k: roll.k(),
        must_sign: roll.need(),
        must_sign_for_the_roll: roll.majority(),
        next_quorum: roll.quorums.last().map_or(0, |(number, ..)| *number) + 1,
        provisional: roll.holders().len() < 2,
        devices: devices.collect(),
    })
}

pub(super) fn people<'a>(asked: &Asked<'a>) -> Result<People<'a>, Trouble> {
    let part = asked.part("people")?;
    let among = one_of(part.among, ["belong", "laptop", "left"], "people")?;
    let by = one_of(part.by, ["number", "name", "fit"], "people")?.unwrap_or("number");
    let wanted = part.member("people")?;
    let roll = &asked.fold.book().commons.roll;
    let holders = roll.holders();
    let mut of = 0;
    let mut fits: Vec<(Option<Fit>, Member, &Enrolment)> = Vec::new();
    for (member, enrolment) in roll.members.iter().filter(|(_, enrolment)| entered(asked, enrolment)) {
        let belongs = left(asked, enrolment).is_none();
        of += u32::from(belongs);
        let listed = match among {
            Some("belong") => belongs,
            Some("laptop") => belongs && holders.contains(member),
            Some(_) => !belongs,
            None => true,
        };
        let fit = part.words().map(|needle| fit(asked, needle, *member, enrolment));
        if listed && wanted.is_none_or(|wanted| wanted == *member) && fit != Some(None) {
            fits.push((fit.flatten(), *member, enrolment));
        }
    }
    if by == "name" {
        // Whoever's name is not here comes last.
        fits.sort_by_cached_key(|(_, member, _)| {
            asked.shelf.card(asked.fold, *member).map_or((true, ""), |kept| (false, kept.text.name()))
        });
    } else if by == "fit" {
        fits.sort_by_key(|(fit, ..)| *fit);
    }
    let (found, shown) = part.of(fits);
    let members = shown.into_iter().map(|(_, member, enrolment)| Person {
        member,
        card: asked.shelf.card(asked.fold, member).map(|kept| &kept.card),
        kind: enrolment.kind(),
        left: left(asked, enrolment),
        given_twice: enrolment.given_twice(),
        // Who had a laptop on a day, no act says.
        has_laptop: asked.day.is_none().then(|| holders.contains(&member)),
        cards: enrolment.given_twice().then(|| cards(asked, enrolment).map(|kept| &kept.card).collect()),
    });
    Ok(People { by_claims: asked.day.is_some(), members: members.collect(), of, found })
}

/// Whether a member had been entered by then.
fn entered(asked: &Asked<'_>, enrolment: &Enrolment) -> bool {
    let mut claims = enrolment.entered.keys().filter_map(|act| asked.fold.act(act)).map(|judged| judged.change.says().claimed_at);
    // Whoever is on the roll today was entered, whatever a clock claims.
    if asked.day.is_none() { !enrolment.entered.is_empty() } else { claims.any(|claimed_at| asked.claimed_by(claimed_at)) }
}

/// The day on which a member had left by then.
fn left(asked: &Asked<'_>, enrolment: &Enrolment) -> Option<Day> {
    enrolment.left.values().copied().find(|day| asked.by(*day))
}

/// Every card of a member that is here: one, or several where laptops gave the number at once.
pub(super) fn cards<'a>(asked: &Asked<'a>, enrolment: &'a Enrolment) -> impl Iterator<Item = &'a Kept> {
    let shelf = asked.shelf;
    enrolment.standing().filter_map(|card| shelf.kept(card))
}

/// How well a member fits what is looked for, by the card or else by the number alone.
pub(super) fn fit(asked: &Asked<'_>, needle: &Needle, member: Member, enrolment: &Enrolment) -> Option<Fit> {
    let by_number = || needle.fit(&Text::of("", [&*member.to_string()]));
    cards(asked, enrolment)
        .filter_map(|kept| needle.fit(&kept.text))
        .min()
        .or_else(|| if cards(asked, enrolment).next().is_none() { by_number() } else { None })
}

pub(super) fn names<'a>(asked: &Asked<'a>) -> Result<Names<'a>, Trouble> {
    let named = |member: Member| asked.name(member).map(|name| Named { member, name });
    let names = match asked.part("names")?.of {
        Some(numbers) => {
            let numbers = numbers.split(',').filter(|number| !number.is_empty());
            let numbers: Result<BTreeSet<u32>, _> = numbers.map(str::parse).collect();
            numbers.map_err(|_| misasked("names"))?.into_iter().map(Member).filter_map(named).collect()
        }
        None => asked.fold.book().commons.roll.members.keys().copied().filter_map(named).collect(),
    };
    Ok(Names { names })
}

pub(super) fn given_twice(asked: &Asked<'_>) -> Result<Vec<GivenTwice>, Trouble> {
    let members = &asked.fold.book().commons.roll.members;
    let twice = members.iter().filter(|(_, enrolment)| enrolment.given_twice());
    let shown = twice.map(|(member, _)| {
        let names = asked.desk.cards_of(asked.assembly, *member)?.into_iter().map(|(_, card)| card.name).collect();
        Ok(GivenTwice { member: *member, names, repair: format!("folkmoot member again {member} NAME") })
    });
    shown.collect()
}
