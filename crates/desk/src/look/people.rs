//! The roll, the people and their mandates.

use folkmoot::id::ActId;
use folkmoot::mandate::Grant;
use folkmoot::plain::Member;
use serde_json::{Value as Json, json};

use super::{Asked, plain};
use crate::{CardText, Trouble};

pub(super) fn roll(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let roll = &asked.fold.book().commons.roll;
    let names = asked.desk.names(asked.assembly)?;
    let devices: Vec<Json> = roll
        .devices
        .iter()
        .map(|(id, device)| {
            json!({
                "device": id, "member": device.member, "name": names.get(&device.member).map(|card| &card.name),
                "paper": device.paper, "admitted": device.admitted, "removed": roll.removed.contains_key(id),
                "forked": asked.fold.forkers().any(|forker| forker == *id),
            })
        })
        .collect();
    Ok(json!({
        "assembly": asked.assembly, "name": roll.name(), "place": roll.founded.as_ref().and_then(|(_, _, place)| place.clone()),
        "words": crate::words(asked.assembly), "members": roll.size(), "holders": roll.holders(), "k": roll.k(),
        "must_sign": roll.need(), "must_sign_for_the_roll": roll.majority(), "provisional": roll.holders().len() < 2, "devices": devices,
    }))
}

pub(super) fn people(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let roll = &asked.fold.book().commons.roll;
    let names = asked.desk.names(asked.assembly)?;
    let nobody = CardText::default();
    let wanted = asked.words.join(" ").to_lowercase();
    let shown = roll.members.iter().map(|(member, enrolment)| (member, enrolment, names.get(member).unwrap_or(&nobody)));
    let found = shown.filter(|(member, _, card)| {
        let text = format!("{member} {} {} {} {}", card.name, card.household, card.phone, card.email).to_lowercase();
        wanted.is_empty() || text.contains(&wanted)
    });
    let members: Vec<Json> = found
        .map(|(member, enrolment, _)| {
            json!({
                "member": member, "card": names.get(member), "kind": enrolment.kind(), "left": enrolment.left.values().next(),
                "given_twice": enrolment.given_twice(), "has_laptop": roll.holders().contains(member),
            })
        })
        .collect();
    Ok(json!({ "members": members, "of": roll.size() }))
}

/// Numbers that two laptops gave at once, with every name that is here for them: one of them is to be entered again.
pub(super) fn given_twice(asked: &Asked<'_>) -> Result<Vec<Json>, Trouble> {
    let members = &asked.fold.book().commons.roll.members;
    let cards = asked.desk.archive.cards(asked.assembly)?;
    let twice = members.iter().filter(|(_, enrolment)| enrolment.given_twice());
    let shown = twice.map(|(member, enrolment)| {
        let here = cards.iter().filter(|card| card.member == member.0 && enrolment.cards.contains_key(&card.hash()));
        json!({ "member": member, "names": here.map(|card| CardText::of(card).name).collect::<Vec<_>>() })
    });
    Ok(shown.collect())
}

fn shown(asked: &Asked<'_>, id: &ActId, grant: &Grant, name: Option<&str>) -> Json {
    let commons = &asked.fold.book().commons;
    let recalls: Vec<Json> = commons.mandate.recalls.get(id).into_iter().flatten().map(|(_, recall)| plain(recall)).collect();
    let number = commons.minutes.decisions.get(&grant.decision).map(|decision| decision.number);
    json!({
        "id": id, "member": grant.member, "name": name.or(grant.public_name.as_deref()), "duty": grant.duty.word(), "body": grant.body,
        "items": grant.items, "from": grant.from, "until": grant.until, "decision": number, "granted": grant.entry,
        "term": commons.mandate.term(id, grant, &commons.roll, &commons.minutes, asked.as_of), "recalled": recalls,
    })
}

fn name_of(asked: &Asked<'_>, member: Member) -> Result<Option<String>, Trouble> {
    Ok(asked.desk.names(asked.assembly)?.get(&member).map(|card| card.name.clone()))
}

pub(super) fn mandates(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let names = asked.desk.names(asked.assembly)?;
    let name = |grant: &Grant| names.get(&grant.member).map(|card| card.name.as_str());
    let grants = asked.fold.book().commons.mandate.grants.iter();
    let mut mandates: Vec<(folkmoot::plain::Day, Json)> =
        grants.map(|(id, grant)| (grant.until, shown(asked, id, grant, name(grant)))).collect();
    mandates.sort_by_key(|(until, _)| *until);
    Ok(json!({ "as_of": asked.as_of, "mandates": mandates.into_iter().map(|(_, mandate)| mandate).collect::<Vec<_>>() }))
}

pub(super) fn mandate(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let word = asked.word(0, "mandate")?;
    let id = asked.desk.find_act(asked.assembly, word)?;
    let grant = asked.fold.book().commons.mandate.grants.get(&id);
    let grant = grant.ok_or_else(|| Trouble::NotInTheBook { what: "mandate", asked: word.to_owned() })?;
    Ok(shown(asked, &id, grant, name_of(asked, grant.member)?.as_deref()))
}
