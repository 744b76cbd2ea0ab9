//! Drafts: which there are, what one says, who typed it, and what was typed after it was frozen.

use folkmoot::draft::{Closed, Draft};
use folkmoot::fold::{Fold, Status};
use folkmoot::id::{ActId, AssemblyId};
use folkmoot::plain::Member;
use folkmoot_record::NotTyped;
use serde_json::{Value as Json, json};

use super::{Asked, plain};
use crate::{Desk, Trouble};

/// Acts of the commons that name a draft.
fn cited_by(fold: &Fold, draft: &ActId) -> Vec<Json> {
    let commons = &fold.book().commons;
    let motions = commons.minutes.motions.values().filter(|motion| motion.from_draft == Some(*draft));
    let motions =
        motions.map(|motion| json!({ "act": motion.entry.id, "what": "motion", "title": motion.title, "meeting": motion.meeting }));
    let charter = commons.charter.acts.values().filter(|(_, act)| act.from_draft() == Some(*draft));
    motions.chain(charter.map(|(entry, _)| json!({ "act": entry.id, "what": "charter" }))).collect()
}

/// How a draft ended, the first closing first.
fn closings(draft: &Draft) -> Vec<&Closed> {
    let mut closings: Vec<&Closed> = draft.closed.values().collect();
    closings.sort_by_key(|closed| closed.entry.order());
    closings
}

pub(super) fn drafts(asked: &Asked<'_>) -> Result<Json, Trouble> {
    let all = &asked.fold.book().inside.draft.all;
    let mut opened: Vec<_> = all.iter().filter_map(|(id, draft)| Some((id, draft, draft.opened.as_ref()?))).collect();
    opened.sort_by_key(|(_, _, opened)| std::cmp::Reverse(opened.entry.order()));
    let shown = opened.iter().map(|(id, draft, opened)| {
        json!({
            "draft": id, "title": opened.title, "about": opened.about, "entry": opened.entry, "edits": draft.edits,
            "closed": !draft.closed.is_empty(), "carried_by": closings(draft).iter().find_map(|closed| closed.carried_by),
        })
    });
    Ok(json!({ "drafts": shown.collect::<Vec<_>>() }))
}

impl Desk {
    pub(super) fn look_draft(&mut self, assembly: AssemblyId, words: &[String]) -> Result<Json, Trouble> {
        let word = words.first().ok_or(Trouble::ViewArguments { view: "draft", usage: "ID" })?;
        let draft = self.find_draft(assembly, word)?;
        let document = self.draft(assembly, draft)?;
        let (title, text, tips, edits) = (document.title().to_owned(), document.text()?, document.tips(), document.filed().count());
        let standing = document.standing()?;
        let filed: Vec<ActId> = document.filed().collect();
        let not_filed: Vec<(ActId, NotTyped)> = document.not_filed().iter().map(|(act, why)| (*act, *why)).collect();
        let known = self.known(assembly)?.book().inside.draft.all.get(&draft).cloned().unwrap_or_default();
        let mut ended = Vec::new();
        let mut later = None;
        let document = self.draft(assembly, draft)?;
        for closed in closings(&known) {
            let frozen = document.text_at(&closed.follows)?;
            later = later.or_else(|| frozen.as_ref().map(|_| document.later_than(&closed.follows)));
            ended.push(json!({ "entry": closed.entry, "carried_by": closed.carried_by, "text": frozen }));
        }
        let fold = self.known(assembly)?;
        let by = |act: &ActId| fold.act(act).and_then(|judged| judged.by).map(|by| by.member);
        let mut authors: std::collections::BTreeMap<Option<Member>, usize> = std::collections::BTreeMap::new();
        for (act, characters) in &standing {
            *authors.entry(by(act)).or_insert(0) += characters;
        }
        let authors = authors.iter().map(|(member, characters)| json!({ "member": member, "characters": characters }));
        let contested = filed.iter().filter(|act| fold.act(act).is_some_and(|judged| matches!(judged.status, Status::Contested { .. })));
        let entry =
            |act: &ActId| json!({ "act": act, "by": by(act), "claimed_at": fold.act(act).map(|judged| judged.change.says().claimed_at) });
        Ok(json!({
            "draft": draft, "title": title, "about": known.opened.as_ref().map(|opened| &opened.about),
            "entry": known.opened.as_ref().map(|opened| plain(&opened.entry)), "text": text, "characters": text.chars().count(), "tips": tips,
            "edits": edits, "authors": authors.collect::<Vec<_>>(), "contested": contested.map(entry).collect::<Vec<_>>(),
            "not_filed": not_filed.iter().map(|(act, why)| json!({ "act": act, "by": by(act), "why": why })).collect::<Vec<_>>(),
            "frozen": ended.iter().find_map(|closed| closed["text"].as_str()), "closings": ended, "cited_by": cited_by(fold, &draft),
            "later_edits": later.unwrap_or_default().iter().map(entry).collect::<Vec<_>>(),
        }))
    }
}
