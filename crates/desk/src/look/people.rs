//! The roll, the people and their mandates.

use folkmoot::id::ActId;
use folkmoot::mandate::{Grant, Recall, Term};
use folkmoot::plain::Member;
use folkmoot::roll::Enrolment;
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
        let mut shown = json!({
            "member": member, "card": names.get(member), "kind": enrolment.kind(), "left": left(enrolment),
            "given_twice": enrolment.given_twice(), "has_laptop": has_laptop,
        });
        if enrolment.given_twice() {
            shown["cards"] = cards.into_iter().map(|(_, card)| plain(card)).collect();
        }
        members.push(shown);
    }
    Ok(json!({ "by_claims": asked.day.is_some(), "members": members, "of": of }))
}

/// Numbers that two laptops gave at once, with every name that is here for them: one of them is to be entered again.
pub(super) fn given_twice(asked: &Asked<'_>) -> Result<Vec<Json>, Trouble> {
    let members = &asked.fold.book().commons.roll.members;
    let twice = members.iter().filter(|(_, enrolment)| enrolment.given_twice());
    let shown = twice.map(|(member, _)| {
        let names: Vec<String> = asked.desk.cards_of(asked.assembly, *member)?.into_iter().map(|(_, card)| card.name).collect();
        Ok(json!({ "member": member, "names": names, "repair": format!("folkmoot member again {member} NAME") }))
    });
    shown.collect()
}

/// Where a mandate stands on a day, as far as the minutes know: what was decided later is left out.
fn term(asked: &Asked<'_>, id: &ActId, grant: &Grant) -> Term {
    let commons = &asked.fold.book().commons;
    let Some(day) = asked.day else { return commons.mandate.term(id, grant, &commons.roll, &commons.minutes, asked.as_of) };
    let held = commons.minutes.meetings.iter().filter(|(_, held)| !held.closed.is_empty()).map(|(meeting, _)| meeting.day());
    let ended = held.filter(|held| *held <= day).any(|held| held > grant.until);
    let left = commons.roll.members.get(&grant.member).is_none_or(|member| member.left.values().any(|left| *left <= day));
    if recalls(asked, id).next().is_some() {
        Term::Recalled
    } else if left || ended {
        Term::Ended
    } else if day < grant.from {
        Term::Ahead
    } else if day > grant.until {
        Term::Overdue
    } else {
        Term::Held
    }
}

fn recalls<'a>(asked: &'a Asked<'_>, grant: &ActId) -> impl Iterator<Item = &'a Recall> {
    let all = asked.fold.book().commons.mandate.recalls.get(grant).into_iter().flatten().map(|(_, recall)| recall);
    all.filter(|recall| asked.decided_by(&recall.decision))
}

fn shown(asked: &Asked<'_>, id: &ActId, grant: &Grant, name: Option<&str>) -> Json {
    let commons = &asked.fold.book().commons;
    let recalls: Vec<Json> = recalls(asked, id).map(plain).collect();
    let number = commons.minutes.decisions.get(&grant.decision).map(|decision| decision.number);
    json!({
        "id": id, "member": grant.member, "name": name.or(grant.public_name.as_deref()), "duty": grant.duty.word(), "body": grant.body,
        "items": grant.items, "from": grant.from, "until": grant.until, "decision": number, "granted": grant.entry,
        "term": term(asked, id, grant), "recalled": recalls,
    })
}

fn name_of(asked: &Asked<'_>, member: Member) -> Result<Option<String>, Trouble> {
    Ok(asked.desk.names(asked.assembly)?.get(&member).map(|card| card.name.clone()))
}

pub(super) fn mandates(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let names = asked.desk.names(asked.assembly)?;
    let name = |grant: &Grant| names.get(&grant.member).map(|card| card.name.as_str());
    let grants = asked.fold.book().commons.mandate.grants.iter();
    let mut mandates: Vec<(folkmoot::plain::Day, Json)> = grants
        .filter(|(_, grant)| asked.decided_by(&grant.decision))
        .map(|(id, grant)| (grant.until, shown(asked, id, grant, name(grant))))
        .collect();
    mandates.sort_by_key(|(until, _)| *until);
    Ok(json!({ "mandates": mandates.into_iter().map(|(_, mandate)| mandate).collect::<Vec<_>>() }))
}

pub(super) fn mandate(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let word = asked.word(0, "mandate")?;
    let id = asked.desk.find_act(asked.assembly, word)?;
    let grant = asked.fold.book().commons.mandate.grants.get(&id).filter(|grant| asked.decided_by(&grant.decision));
    let grant = grant.ok_or_else(|| Trouble::NotInTheBook { what: "mandate", asked: word.to_owned() })?;
    Ok(shown(asked, &id, grant, name_of(asked, grant.member)?.as_deref()))
}
