//! Drafts: what people type goes into acts like everything else, and comes out of the document that those acts come to.
//!
//! A draft that was asked for stays open in memory: each further edit is read once, from where the last reading ended.
//!
//! **Invariant:** nothing is shown as typed before it is committed; the text comes from the archive alone.

mod parts;
#[cfg(test)]
mod tests;
mod trial;

use std::collections::BTreeMap;

use folkmoot::act::Act;
use folkmoot::change::Ring;
use folkmoot::draft::{Refusal, Run};
use folkmoot::fold::Status;
use folkmoot::id::{ActId, AssemblyId};
use folkmoot::name::DocName;
use folkmoot_record::{DraftDocument, NoSuchPlace, NotTyped, Splice};
use serde_json::{Value as Json, json};

use crate::differences::differences;
use crate::find::the_one;
use crate::{Desk, Trouble};

/// How many drafts stay open at once.
const OPEN: usize = 8;
/// How much room drafts that stay open take together, in characters, unless one alone takes more: each takes 2 to 30 bytes of memory.
const OPEN_ROOM: u64 = 100_000;
/// How often an edit is signed anew because another program on this home typed in between.
const TRIES: usize = 4;

/// A draft that is open in memory, and how far into the archive it was read.
#[derive(Debug)]
pub(crate) struct OpenDraft {
    document: DraftDocument,
    read_to: i64,
}

/// A draft's text as an act of the commons may carry it.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    /// The draft.
    pub draft: ActId,
    /// The text that it ended with, or ends with now.
    pub text: String,
    /// The act that closes it, to be done after the act that carries the text, as the second of one list; nothing where it is closed already.
    pub closing: Option<Json>,
}

impl Desk {
    /// Opens a draft, perhaps with a text to begin with; what one act cannot hold of it is typed in the same commit.
    ///
    /// # Errors
    /// As [`Desk::act`].
    pub fn open_draft(&mut self, assembly: AssemblyId, title: &str, about: Option<&str>, base: &str, now: i64) -> Result<ActId, Trouble> {
        let (base, rest) = parts::opening(base);
        let mut acts = vec![json!({ "do": "draft.open", "title": title, "about": about, "base": base })];
        for (part, runs) in rest.into_iter().enumerate() {
            acts.push(json!({ "do": "draft.edit", "draft": "#0", "follows": [format!("#{part}")], "runs": runs }));
        }
        self.act(assembly, &acts, now)?.first().copied().ok_or(Trouble::NoActs)
    }

    /// Types in a draft. Positions are those of the text as `seen` and all before it had it, which is the text of now if `seen` is
    /// empty. One act is done; more only where one cannot hold all that is typed and deleted.
    ///
    /// # Errors
    /// [`Trouble::NoSuchPlace`] when a splice reaches past the text, [`Trouble::NoSuchAct`] when an edit of `seen` is not filed here,
    /// and as [`Desk::act`].
    pub fn type_in(
        &mut self,
        assembly: AssemblyId,
        draft: ActId,
        seen: &[ActId],
        splices: &[Splice],
        now: i64,
    ) -> Result<Vec<ActId>, Trouble> {
        let document = self.draft(assembly, draft)?;
        let runs = if seen.is_empty() { document.runs(&document.tips(), splices) } else { document.runs(seen, splices) }?;
        if runs.is_empty() {
            return Ok(Vec::new());
        }
        let mut tries = 1;
        loop {
            let acts = self.edits(assembly, draft, &runs)?;
            match self.act(assembly, &acts, now) {
                // Another program on this home typed first: what this edit follows is read again.
                Err(Trouble::Refused { refusal: folkmoot::refusal::Refusal::Draft(Refusal::DraftFollows { .. }), .. }) if tries < TRIES => {
                    tries += 1;
                }
                outcome => return outcome,
            }
        }
    }

    /// Types what makes a text out of the one that `seen` and all before it came to, with as few words as may be.
    ///
    /// # Errors
    /// As [`Desk::type_in`].
    pub fn set_draft(&mut self, assembly: AssemblyId, draft: ActId, seen: &[ActId], text: &str, now: i64) -> Result<Vec<ActId>, Trouble> {
        let document = self.draft(assembly, draft)?;
        let seen = if seen.is_empty() { document.tips() } else { seen.to_vec() };
        let before = text_at(document, &seen)?;
        self.type_in(assembly, draft, &seen, &differences(&before, text), now)
    }

    /// The acts that type runs on top of everything that is here.
    fn edits(&mut self, assembly: AssemblyId, draft: ActId, runs: &[Run]) -> Result<Vec<Json>, Trouble> {
        let pen = self.pen(assembly)?.device;
        let document = self.draft(assembly, draft)?;
        let mut follows = document.tips();
        let not_filed = document.not_filed().clone();
        let own = self.known(assembly)?.book().inside.draft.all.get(&draft).and_then(|draft| draft.last.get(&pen)).map(|(_, last)| *last);
        match own.and_then(|own| not_filed.get(&own)) {
            Some(NotTyped::Harmful) => return Err(Trouble::HarmfulDraft { draft }),
            Some(NotTyped::Newer | NotTyped::FollowsNothing | NotTyped::DoesNotFit | NotTyped::Full) => {
                return Err(Trouble::Refused { at: 0, refusal: Refusal::DraftFull { draft }.into() });
            }
            None => {}
        }
        follows.extend(own);
        follows.sort_unstable();
        follows.dedup();
        let follows = |part: usize| part.checked_sub(1).map_or_else(|| json!(follows), |before| json!([format!("#{before}")]));
        let parts = parts::parts(runs).into_iter().enumerate();
        Ok(parts.map(|(part, runs)| json!({ "do": "draft.edit", "draft": draft, "follows": follows(part), "runs": runs })).collect())
    }

    /// A draft as everything here makes it.
    ///
    /// # Errors
    /// [`Trouble::NotInTheBook`] when the act opens no draft, or is not here; [`Trouble::AirlockShut`] or [`Trouble::HarmfulDraft`] when
    /// what others typed cannot be tried, or does harm.
    pub fn draft(&mut self, assembly: AssemblyId, draft: ActId) -> Result<&DraftDocument, Trouble> {
        self.refresh()?;
        let missing = || Trouble::NotInTheBook { what: "draft", asked: draft.to_string() };
        let name = DocName::keyed("draft", draft).map_err(|_| missing())?;
        // What cannot be read to the end is not put back, and begun again when somebody asks.
        let open = match self.drafts.remove(&(assembly, draft)) {
            Some(open) => open,
            None => {
                let judged = self.known(assembly)?.act(&draft).filter(|judged| !matches!(judged.status, Status::Void { .. }));
                let opens = |act: &&Act| matches!(act, Act::Draft(folkmoot::draft::Act::Open { .. }));
                let judged = judged.filter(|judged| judged.act.as_ref().is_some_and(opens)).ok_or_else(missing)?;
                OpenDraft::begin(judged.change, self.airlock.as_ref())?
            }
        };
        // It is read with the airlock in hand, and put back whatever comes of it.
        let mut airlock = self.airlock.take();
        let read = self.read_on(assembly, (draft, &name), open, airlock.as_mut());
        self.airlock = airlock;
        let open = read?;
        let held = |drafts: &BTreeMap<_, OpenDraft>| drafts.values().map(|open| open.document.taken()).sum::<u64>();
        while self.drafts.len() >= OPEN || (!self.drafts.is_empty() && held(&self.drafts) + open.document.taken() > OPEN_ROOM) {
            self.drafts.pop_first();
        }
        Ok(&self.drafts.entry((assembly, draft)).or_insert(open).document)
    }

    /// The draft that a document holds, if it holds one that was opened here.
    pub(crate) fn draft_named(&mut self, assembly: AssemblyId, ring: Ring, name: &DocName) -> Result<Option<ActId>, Trouble> {
        let draft = name.as_str().strip_prefix("draft/").filter(|_| ring == Ring::Assembly).and_then(|id| id.parse().ok());
        let Some(draft) = draft else { return Ok(None) };
        match self.draft(assembly, draft) {
            Ok(_) => Ok(Some(draft)),
            Err(Trouble::NotInTheBook { .. }) => Ok(None),
            Err(trouble) => Err(trouble),
        }
    }

    /// Finds a draft by the first letters of its id, or by its title.
    ///
    /// # Errors
    /// [`Trouble::NotInTheBook`] or [`Trouble::Ambiguous`].
    pub fn find_draft(&self, assembly: AssemblyId, asked: &str) -> Result<ActId, Trouble> {
        // A whole id needs no list: also a draft whose opening is contested can be read.
        if let Ok(id) = asked.parse() {
            return Ok(id);
        }
        let all = &self.known(assembly)?.book().inside.draft.all;
        let titled = |title: &str| title.trim().to_lowercase() == asked.trim().to_lowercase();
        let opened = all.iter().filter_map(|(id, draft)| Some((id, draft.opened.as_ref()?)));
        let meant = |id: &ActId, title: &str| titled(title) || asked.len() >= 4 && id.to_string().starts_with(asked);
        the_one("draft", asked, opened.filter(|(id, opened)| meant(id, &opened.title)).map(|(id, _)| *id))
    }

    /// The text of a draft for an act of the commons that carries it: of a closed draft the text that it ended with, of an open one
    /// the text of now, with the act that closes it.
    ///
    /// # Errors
    /// As [`Desk::draft`], and [`Trouble::NoSuchAct`] when what a closing names is not filed here.
    pub fn carried(&mut self, assembly: AssemblyId, draft: ActId) -> Result<Carried, Trouble> {
        self.draft(assembly, draft)?;
        let known = self.known(assembly)?.book().inside.draft.all.get(&draft);
        let first =
            known.and_then(|known| known.closed.values().min_by_key(|closed| closed.entry.order())).map(|closed| closed.follows.clone());
        let document = self.draft(assembly, draft)?;
        match first {
            Some(follows) => Ok(Carried { draft, text: text_at(document, &follows)?, closing: None }),
            None => {
                let follows = document.tips();
                let closing = json!({ "do": "draft.close", "draft": draft, "follows": follows, "carried_by": "#0" });
                Ok(Carried { draft, text: document.text()?, closing: Some(closing) })
            }
        }
    }

    /// Closes a draft that nothing carries.
    ///
    /// # Errors
    /// As [`Desk::draft`] and [`Desk::act`].
    pub fn close_draft(&mut self, assembly: AssemblyId, draft: ActId, now: i64) -> Result<ActId, Trouble> {
        let follows = self.draft(assembly, draft)?.tips();
        let act = json!({ "do": "draft.close", "draft": draft, "follows": follows });
        self.act(assembly, &[act], now)?.first().copied().ok_or(Trouble::NoActs)
    }
}

fn text_at(document: &DraftDocument, tips: &[ActId]) -> Result<String, Trouble> {
    let unfiled = tips.iter().copied().find(|edit| !document.is_filed(edit));
    match (document.text_at(tips)?, unfiled) {
        (Some(text), _) => Ok(text),
        (None, act) => Err(Trouble::NoSuchAct { act: act.unwrap_or(document.id()) }),
    }
}

impl From<NoSuchPlace> for Trouble {
    fn from(refused: NoSuchPlace) -> Trouble {
        match refused {
            NoSuchPlace::Outside { length } => Trouble::NoSuchPlace { length },
            NoSuchPlace::Unseen(act) => Trouble::NoSuchAct { act },
            NoSuchPlace::Record(error) => Trouble::Record(error),
        }
    }
}
