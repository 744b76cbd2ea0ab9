//! Binding acts by code: shown on one laptop and read on another, signed there, and the signature shown in turn, where neither a network
//! nor a stick is at hand.
//!
//! **Invariant:** a code holds nothing that is not for everyone, and what is read from one goes the way of all foreign bytes.

use std::collections::{BTreeSet, VecDeque};

use folkmoot::act::Standing;
use folkmoot::change::Ring;
use folkmoot::id::{ActId, AssemblyId, ChangeHash};
use folkmoot_sync::Frame;

use crate::arriving::Arriving;
use crate::receive::{Received, Road};
use crate::{ActsCode, Desk, Trouble};

/// What one code holds, and how many bytes that is.
#[derive(Default)]
struct Held {
    changes: BTreeSet<ChangeHash>,
    length: usize,
}

impl Desk {
    /// Codes that hold an act and those who signed it, and then what came just before, ever further back: a laptop that lacks what an act had
    /// seen cannot judge it yet, and reads as many as it needs. This laptop's own signature goes before those of others, which it may have
    /// seen. There is one code at least.
    ///
    /// # Errors
    /// [`Trouble::NoSuchAct`] when the act is not here, [`Trouble::NotByCode`] when it is too long for a code or is not of the commons.
    pub fn show_act(&mut self, assembly: AssemblyId, act: ActId) -> Result<Vec<ActsCode>, Trouble> {
        self.refresh()?;
        let own = self.archive.pen(assembly)?.map(|pen| pen.device);
        let fold = self.known(assembly)?;
        let shown = fold.act(&act).ok_or(Trouble::NoSuchAct { act })?.change;
        if shown.says().ring != Ring::Commons {
            return Err(Trouble::NotByCode { act });
        }
        let signs = |standing: Standing| matches!(standing, Standing::Sign { act: signed } if signed == act);
        let mut signatures: Vec<_> =
            fold.judged().filter(|judged| judged.act.is_some_and(|act| signs(act.standing()))).map(|judged| judged.change).collect();
        signatures.sort_by_key(|change| Some(change.says().device) != own);
        let mut next: VecDeque<_> = std::iter::once(shown).chain(signatures).collect();
        let (mut held, mut codes) = (BTreeSet::new(), vec![Held::default()]);
        while let Some(change) = next.pop_front() {
            let length = change.signed().encode().len();
            if !held.insert(change.hash()) {
                continue;
            }
            if length > ActsCode::ALONE {
                break;
            }
            if codes.last().is_some_and(|code| !code.changes.is_empty() && code.length + length > ActsCode::ROOM) {
                if codes.len() == ActsCode::MOST {
                    break;
                }
                codes.push(Held::default());
            }
            if let Some(code) = codes.last_mut() {
                code.changes.insert(change.hash());
                code.length += length;
            }
            let says = change.says();
            next.extend(says.prev.iter().chain(&says.seen).filter_map(|before| fold.change(before)).map(|judged| judged.change));
        }
        codes.retain(|code| !code.changes.is_empty());
        if codes.is_empty() {
            return Err(Trouble::NotByCode { act });
        }
        let in_order = |held: Held| {
            let changes = fold.judged().map(|judged| judged.change).filter(|change| held.changes.contains(&change.hash()));
            ActsCode { assembly, changes: changes.map(|change| change.signed().encode()).collect() }
        };
        Ok(codes.into_iter().map(in_order).collect())
    }

    /// Takes in what a code holds.
    ///
    /// # Errors
    /// As [`Desk::receive`].
    pub fn hear_acts(&mut self, code: &ActsCode, now: i64) -> Result<Received, Trouble> {
        let frames = code.changes.iter().map(|change| Frame::Change(change.clone())).collect();
        self.take_in(Arriving::Said(frames), Road { name: "code", met: None, now, sealed_by: None }, Received::default())
    }
}
