//! The roll and the people.

use std::collections::BTreeSet;

use folkmoot::act::Entry;
use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::plain::{Day, Member};
use folkmoot::roll::{Enrolment, Kind};
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use crate::{CardText, Trouble};

/// A laptop or paper card that was admitted.
#[derive(Debug, Serialize, JsonSchema)]
struct Laptop<'a> {
    /// Its signing key.
    device: DeviceId,
    /// Whose it is.
    member: Member,
    /// The name, where the card is here.
    name: Option<String>,
    /// Whether it is a paper recovery card.
    paper: bool,
    /// The admitting act.
    admitted: &'a Entry,
    /// Whether it was taken off the roll.
    removed: bool,
    /// Whether its line forks.
    forked: bool,
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
    /// Whether one member alone holds laptops, so that nobody else signs anything yet.
    provisional: bool,
    /// Laptops that were ever admitted, by key.
    devices: Vec<Laptop<'a>>,
}

/// A member with what the card says, where it is here.
#[derive(Debug, Serialize, JsonSchema)]
struct Person {
    /// The number.
    member: Member,
    /// The card that stands.
    card: Option<CardText>,
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
    cards: Option<Vec<CardText>>,
}

/// Members by number, or those whose number or card has the words that are asked for.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct People {
    /// Whether who had been entered goes by what clocks claimed.
    by_claims: bool,
    /// By number.
    members: Vec<Person>,
    /// How many members belong in all.
    of: u32,
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
    let names = asked.desk.names(asked.assembly)?;
    let devices = roll.devices.iter().map(|(id, device)| Laptop {
        device: *id,
        member: device.member,
        name: names.get(&device.member).map(|card| card.name.clone()),
        paper: device.paper,
        admitted: &device.admitted,
        removed: roll.removed.contains_key(id),
        forked: asked.fold.forkers().any(|forker| forker == *id),
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
        provisional: roll.holders().len() < 2,
        devices: devices.collect(),
    })
}

pub(super) fn people(asked: &Asked<'_>) -> Result<People, Trouble> {
    let roll = &asked.fold.book().commons.roll;
    let names = asked.desk.names(asked.assembly)?;
    let wanted = asked.words.join(" ").to_lowercase();
    let entered = |enrolment: &Enrolment| {
        let mut claims = enrolment.entered.keys().filter_map(|act| asked.fold.act(act)).map(|judged| judged.change.says().claimed_at);
        claims.any(|claimed_at| asked.claimed_by(claimed_at))
    };
    let left = |enrolment: &Enrolment| enrolment.left.values().copied().find(|day| asked.by(*day));
    let mut members = Vec::new();
    let mut of = 0;
    for (member, enrolment) in roll.members.iter().filter(|(_, enrolment)| entered(enrolment)) {
        of += u32::from(left(enrolment).is_none());
        let cards = if enrolment.given_twice() { asked.desk.cards_of(asked.assembly, *member)? } else { Vec::new() };
        let text = |card: &CardText| format!("{} {} {} {}", card.name, card.household, card.phone, card.email);
        let said: Vec<String> = names.get(member).into_iter().chain(cards.iter().map(|(_, card)| card)).map(text).collect();
        if !format!("{member} {}", said.join(" ")).to_lowercase().contains(&wanted) {
            continue;
        }
        // Who had a laptop on a day, no act says.
        let has_laptop = asked.day.is_none().then(|| roll.holders().contains(member));
        members.push(Person {
            member: *member,
            card: names.get(member).cloned(),
            kind: enrolment.kind(),
            left: left(enrolment),
            given_twice: enrolment.given_twice(),
            has_laptop,
            cards: enrolment.given_twice().then(|| cards.into_iter().map(|(_, card)| card).collect()),
        });
    }
    Ok(People { by_claims: asked.day.is_some(), members, of })
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
