//! Drafts: which there are, what one says, who typed it, and what was typed after it was frozen.

use std::collections::BTreeMap;

use folkmoot::act::Entry;
use folkmoot::draft::{Closed, Draft as Kept};
use folkmoot::fold::{Fold, Status};
use folkmoot::id::{ActId, AssemblyId};
use folkmoot::plain::{Meeting, Member};
use folkmoot_record::NotTyped;
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use crate::{Desk, Trouble};

/// A draft in the list.
#[derive(Debug, Serialize, JsonSchema)]
struct DraftListed<'a> {
    /// The act that opened it.
    draft: ActId,
    /// What it is called.
    title: &'a str,
    /// What it is to become.
    about: Option<&'a str>,
    /// Who opened it, and when.
    entry: &'a Entry,
    /// How many edits count.
    edits: u32,
    /// Whether its text was frozen.
    closed: bool,
    /// The act that carries that text.
    carried_by: Option<ActId>,
}

/// Texts that people write together, the latest first.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Drafts<'a> {
    /// Each with how it stands.
    drafts: Vec<DraftListed<'a>>,
}

/// How much of a draft's text somebody typed.
#[derive(Debug, Serialize, JsonSchema)]
struct Typed {
    /// Who, where a laptop on the roll typed it.
    member: Option<Member>,
    /// How many characters of it.
    characters: usize,
}

/// One edit of a draft.
#[derive(Debug, Serialize, JsonSchema)]
struct EditMade {
    /// Its act.
    act: ActId,
    /// The member whose laptop wrote it.
    by: Option<Member>,
    /// When that laptop's clock says so, in seconds since 1970.
    claimed_at: Option<i64>,
}

/// An edit that is kept and is not in the text.
#[derive(Debug, Serialize, JsonSchema)]
struct EditAside {
    /// Its act.
    act: ActId,
    /// The member whose laptop wrote it.
    by: Option<Member>,
    /// Why.
    why: NotTyped,
}

/// How a draft ended.
#[derive(Debug, Serialize, JsonSchema)]
struct DraftEnded {
    /// Who closed it, and when.
    entry: Entry,
    /// The act that carries its text.
    carried_by: Option<ActId>,
    /// The text that it ended with; none where edits of it are not here.
    text: Option<String>,
}

/// An act of the commons that names a draft.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "what", rename_all = "kebab-case")]
enum DraftCited {
    /// A motion.
    Motion {
        /// Its id.
        act: ActId,
        /// What it is called.
        title: String,
        /// Where it was put.
        meeting: Meeting,
    },
    /// An act on the charter.
    Charter {
        /// Its id.
        act: ActId,
    },
}

/// One draft: its text, who typed it, and what was typed after it was frozen.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Draft {
    /// The act that opened it.
    draft: ActId,
    /// What it is called.
    title: String,
    /// What it is to become.
    about: Option<String>,
    /// Who opened it, and when; none where that does not count.
    entry: Option<Entry>,
    /// All that was typed, up to now.
    text: String,
    /// How many characters that is.
    characters: usize,
    /// The last edits of that text.
    tips: Vec<ActId>,
    /// How many edits it was made of.
    edits: usize,
    /// Who typed how much of it.
    authors: Vec<Typed>,
    /// Edits that are in the text and contested.
    contested: Vec<EditMade>,
    /// Edits that are kept and are not in the text.
    not_filed: Vec<EditAside>,
    /// The text that was frozen, once it was.
    frozen: Option<String>,
    /// How it ended, the first closing first.
    closings: Vec<DraftEnded>,
    /// Acts of the commons that name it.
    cited_by: Vec<DraftCited>,
    /// Edits that are not in the text that was frozen.
    later_edits: Vec<EditMade>,
}

/// Acts of the commons that name a draft.
fn cited_by(fold: &Fold, draft: &ActId) -> Vec<DraftCited> {
    let commons = &fold.book().commons;
    let motions = commons.minutes.motions.values().filter(|motion| motion.from_draft == Some(*draft));
    let motions =
        motions.map(|motion| DraftCited::Motion { act: motion.entry.id, title: motion.title.clone(), meeting: motion.meeting.clone() });
    let charter = commons.charter.acts.values().filter(|(_, act)| act.from_draft() == Some(*draft));
    motions.chain(charter.map(|(entry, _)| DraftCited::Charter { act: entry.id })).collect()
}

/// How a draft ended, the first closing first.
fn closings(draft: &Kept) -> Vec<&Closed> {
    let mut closings: Vec<&Closed> = draft.closed.values().collect();
    closings.sort_by_key(|closed| closed.entry.order());
    closings
}

pub(super) fn drafts<'a>(asked: &Asked<'a>) -> Result<Drafts<'a>, Trouble> {
    let all = &asked.fold.book().inside.draft.all;
    let mut opened: Vec<_> = all.iter().filter_map(|(id, draft)| Some((id, draft, draft.opened.as_ref()?))).collect();
    opened.sort_by_key(|(_, _, opened)| std::cmp::Reverse(opened.entry.order()));
    let drafts = opened.into_iter().map(|(id, draft, opened)| DraftListed {
        draft: *id,
        title: &opened.title,
        about: opened.about.as_deref(),
        entry: &opened.entry,
        edits: draft.edits,
        closed: !draft.closed.is_empty(),
        carried_by: closings(draft).iter().find_map(|closed| closed.carried_by),
    });
    Ok(Drafts { drafts: drafts.collect() })
}

impl Desk {
    pub(super) fn look_draft(&mut self, assembly: AssemblyId, words: &[String]) -> Result<Draft, Trouble> {
        let word = words.first().ok_or(Trouble::ViewArguments { view: "draft", usage: "ID" })?;
        let draft = self.find_draft(assembly, word)?;
        let known = self.known(assembly)?.book().inside.draft.all.get(&draft).cloned().unwrap_or_default();
        let document = self.draft(assembly, draft)?;
        let (title, text, tips) = (document.title().to_owned(), document.text()?, document.tips());
        let standing = document.standing()?;
        let filed: Vec<ActId> = document.filed().collect();
        let aside = document.not_filed().clone();
        let mut ended = Vec::new();
        let mut later = None;
        for closed in closings(&known) {
            let frozen = document.text_at(&closed.follows)?;
            later = later.or_else(|| frozen.as_ref().map(|_| document.later_than(&closed.follows)));
            ended.push(DraftEnded { entry: closed.entry.clone(), carried_by: closed.carried_by, text: frozen });
        }
        let fold = self.known(assembly)?;
        let by = |act: &ActId| fold.act(act).and_then(|judged| judged.by).map(|by| by.member);
        let claimed_at = |act: &ActId| fold.act(act).map(|judged| judged.change.says().claimed_at);
        let made = |act: &ActId| EditMade { act: *act, by: by(act), claimed_at: claimed_at(act) };
        let mut authors: BTreeMap<Option<Member>, usize> = BTreeMap::new();
        for (act, characters) in &standing {
            *authors.entry(by(act)).or_insert(0) += characters;
        }
        let contested = filed.iter().filter(|act| fold.act(act).is_some_and(|judged| matches!(judged.status, Status::Contested)));
        let (about, entry) = known.opened.map(|opened| (opened.about, opened.entry)).unzip();
        Ok(Draft {
            draft,
            title,
            about: about.flatten(),
            entry,
            characters: text.chars().count(),
            text,
            tips,
            edits: filed.len(),
            authors: authors.into_iter().map(|(member, characters)| Typed { member, characters }).collect(),
            contested: contested.map(made).collect(),
            not_filed: aside.iter().map(|(act, why)| EditAside { act: *act, by: by(act), why: *why }).collect(),
            frozen: ended.iter().find_map(|closed| closed.text.clone()),
            closings: ended,
            cited_by: cited_by(fold, &draft),
            later_edits: later.unwrap_or_default().iter().map(made).collect(),
        })
    }
}
