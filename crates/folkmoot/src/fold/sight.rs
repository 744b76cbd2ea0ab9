//! The book of a past that is not everything here, by the same law; from one past to a larger one it goes on where it can.

use std::collections::BTreeSet;

use super::core::{Core, Scope};
use super::grow::Grown;
use super::lines::Lines;
use super::past::Past;
use super::verdicts::count;
use super::view::View;
use crate::change::Ring;

/// How many changes the kept sights hold between them, and how few of them are kept all the same.
const CHANGES: usize = 200_000;
const FEWEST: usize = 2;
const MOST: usize = 16;

/// A past of one ring, and what counts in it.
#[derive(Debug, Clone)]
pub(super) struct Sight<V> {
    past: Past,
    ring: Ring,
    core: Core,
    /// Deeds and notes that do not count.
    contested: BTreeSet<usize>,
    pub(super) book: V,
}

impl<V: View> Lines<V> {
    /// Puts the sight of a past first: the nearest one that goes on to it, or judged from the beginning.
    pub(super) fn look(&self, sights: &mut Vec<Sight<V>>, past: Past, ring: Ring) {
        let near = (0..sights.len()).filter(|at| sights[*at].ring == ring && past.covers(&sights[*at].past));
        let nearest = near.max_by_key(|at| sights[*at].past.changes());
        let further = nearest.map(|at| sights.remove(at)).and_then(|sight| self.look_on(sight, &past));
        sights.insert(0, further.unwrap_or_else(|| self.look_anew(past, ring)));
        sights.truncate((CHANGES / self.kept.len().max(1)).clamp(FEWEST, MOST));
    }

    pub(super) fn look_anew(&self, past: Past, ring: Ring) -> Sight<V> {
        let scope = Scope::Past(&past);
        let core = self.judge_core(scope);
        let (mut counting, mut contested) = (Vec::new(), BTreeSet::new());
        for at in self.between(&Past::default(), &past) {
            if self.kept[at].is_deed() {
                if self.deed_counts(at, &core, scope) {
                    counting.push(at);
                } else {
                    contested.insert(at);
                }
            } else if core.counting.contains(&at) {
                counting.push(at);
            }
        }
        let mut book = V::default();
        let counts = |at: usize| counting.binary_search(&at).is_ok();
        for at in counting.iter().filter(|at| self.is_counted(**at, scope, &counts)) {
            count(&mut book, &self.kept[*at]);
        }
        Sight { past, ring, core, contested, book }
    }

    /// The part of a sight that was gone on to and is not what judging its past at once says, in words.
    pub(super) fn unsound(&self, sight: &Sight<V>) -> Option<String>
    where
        V: PartialEq,
    {
        let anew = self.look_anew(sight.past.clone(), sight.ring);
        let parts = [
            ("the core", sight.core.judges_as(&anew.core)),
            ("what does not count", sight.contested == anew.contested),
            ("the book", sight.book == anew.book),
        ];
        parts.into_iter().find(|(_, is_sound)| !is_sound).map(|(what, _)| format!("{what} of the past {:?}", sight.past))
    }

    /// The sight of a larger past; none where something in it falls, or a fork comes in.
    fn look_on(&self, mut sight: Sight<V>, past: &Past) -> Option<Sight<V>> {
        let scope = Scope::Past(past);
        for at in self.between(&sight.past, past) {
            let kept = &self.kept[at];
            if self.touches_a_fork(at, scope) || self.is_carried_twice(&kept.id(), scope) {
                return None;
            }
            if kept.is_deed() {
                if self.deed_counts(at, &sight.core, scope) {
                    count(&mut sight.book, kept);
                } else {
                    sight.contested.insert(at);
                }
            } else if kept.void.is_none() && kept.standing.is_some() {
                let Grown { newly, changed } = self.grow(&mut sight.core, at, scope)?;
                let signatures: Vec<usize> = changed.into_iter().filter(|at| self.signs_what_counts(*at, &sight.core)).collect();
                self.bring_in(&mut sight, &newly, &signatures, (at, scope))?;
            }
        }
        sight.past.clone_from(past);
        Some(sight)
    }

    /// Counts acts that have come into force with `last`, and the deeds that stand again by them or by some signatures.
    fn bring_in(&self, sight: &mut Sight<V>, newly: &[usize], signatures: &[usize], (last, scope): (usize, Scope<'_>)) -> Option<()> {
        // What is here already may have arrived later than `last`; the rest that did is judged in its turn.
        let is_here = |at: &usize| *at < last || Lines::holds(&sight.past, &self.kept[*at]);
        let counts = |at: usize| !sight.contested.contains(&at);
        let reaching = newly.iter().chain(signatures);
        let reached: BTreeSet<usize> = reaching.flat_map(|act| self.reached_by(*act, scope, &counts)).filter(is_here).collect();
        // What is carried twice goes into the book once, by one of its changes.
        if newly.iter().chain(&reached).any(|at| self.is_carried_twice(&self.kept[*at].id(), scope)) {
            return None;
        }
        for at in reached {
            let counts = self.deed_counts(at, &sight.core, scope);
            match (sight.contested.contains(&at), counts) {
                (false, false) => return None,
                (true, true) => {
                    sight.contested.remove(&at);
                    count(&mut sight.book, &self.kept[at]);
                }
                (true, false) | (false, true) => {}
            }
        }
        newly.iter().for_each(|act| count(&mut sight.book, &self.kept[*act]));
        Some(())
    }
}
