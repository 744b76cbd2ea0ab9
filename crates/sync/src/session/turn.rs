//! A turn: from what both come to in sum, down to what each lacks.
//!
//! **Invariant:** what may be said next is what [`Stage`] waits for; anything else ends the session.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Bound;

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, ChangeHash};

use super::show::FEW;
use super::{Out, Session, Stage};
use crate::frame::Frame;
use crate::holder::{Holder, Met, Standing, Wanted};
use crate::limits::Dropped;
use crate::scope::Scope;
use crate::talk::{MAX_WANTED, Talk};
use crate::vector::{Digest, Vector};

/// Up to how many assemblies each is named by its digest, without asking first which buckets differ.
const SEVERAL: u32 = 512;
/// How many new changes are said outright; more than that goes by vectors.
const NEWS: usize = 256;
/// How many requests for what lies beside the chain are under way at once: fewer than the other lets wait.
const MAX_REQUESTS: usize = 16;

impl Session {
    pub(super) fn talk<H: Holder>(&mut self, holder: &mut H, talk: Talk) -> Result<(), Dropped> {
        match (talk, self.stage) {
            (Talk::Summary { turn, towns, root }, Stage::Quiet) if turn == self.turn.wrapping_add(1) => {
                self.limits.begun_by_them()?;
                self.begin(holder)?;
                self.compare(holder, towns, root)
            }
            (Talk::Summary { turn, towns, root }, Stage::Summary) if turn == self.turn => self.compare(holder, towns, root),
            (Talk::Buckets(theirs), Stage::Buckets) => {
                let ours = self.scope.buckets(holder);
                let differing = differing(&ours, theirs);
                let mut towns = self.scope.digests(holder);
                if !differing.contains(&self.caller.ours.as_bytes()[0]) {
                    self.told = towns.get(&self.caller.ours).copied();
                }
                towns.retain(|assembly, _| differing.contains(&assembly.as_bytes()[0]));
                self.say_towns(towns);
                Ok(())
            }
            (Talk::Towns(theirs), Stage::Towns) => {
                let ours = self.scope.digests(holder).into_iter().filter(|(assembly, _)| self.differ.contains(assembly)).collect();
                self.told = theirs.iter().find(|(assembly, _)| *assembly == self.caller.ours).map_or(self.told, |(_, told)| Some(*told));
                self.differ = differing(&ours, theirs);
                self.say_vectors(holder);
                Ok(())
            }
            (Talk::Vectors { all, vectors }, Stage::Vectors) => {
                self.lacked(holder, all, vectors.into_iter().collect());
                Ok(())
            }
            (Talk::Said, Stage::Changes) if !self.heard => {
                self.heard = true;
                self.limits.kept_back(self.owed.drain(..).any(|(assembly, line, length)| {
                    holder.holdings().get(&assembly).is_none_or(|holding| holding.length(&line) < length)
                }))?;
                self.end(holder)
            }
            (Talk::Want { assembly, cards, files }, _) => {
                let wanted: VecDeque<Wanted> = cards.into_iter().map(Wanted::Card).chain(files.into_iter().map(Wanted::File)).collect();
                let asked = self.out.iter().filter(|out| matches!(out, Out::Beside(..))).count();
                self.limits.asked(asked)?;
                self.out.push_back(Out::Beside(assembly, wanted));
                self.out.push_back(Out::Frame(Frame::Talk(Talk::Given)));
                Ok(())
            }
            (Talk::Given, _) if self.awaited > 0 => {
                self.awaited -= 1;
                if self.awaited > 0 {
                    return Ok(());
                }
                self.asked.clear();
                self.ask(holder)
            }
            (Talk::Rest { turn }, _) if turn == self.turn => {
                self.rest_heard = Some(turn);
                Ok(())
            }
            // They rested in the turn that our news has ended meanwhile.
            (Talk::Rest { turn }, _) if turn == self.turn.wrapping_sub(1) => Ok(()),
            (_, _) => Err(Dropped::OutOfTurn),
        }
    }

    /// Begins the next turn: says what is new outright, and what all of it comes to.
    pub(super) fn begin<H: Holder>(&mut self, holder: &mut H) -> Result<(), Dropped> {
        let standing = holder.standing(self.caller.ours, &self.caller.endpoint).map_err(Dropped::ours)?;
        if standing == Standing::Stranger {
            return Err(Dropped::NotWelcome);
        }
        self.scope = Scope::of(standing, self.caller.ours);
        self.near = holder.near(&self.caller).map_err(Dropped::ours)?;
        self.has_room = holder.has_room();
        if self.equal {
            let fresh = holder.since(self.mark).map_err(Dropped::ours)?.into_iter();
            let fresh = fresh.filter(|(assembly, ring, hash)| *ring <= self.scope.ring(assembly) && !self.theirs.contains(hash));
            let (own, fresh): (Vec<_>, Vec<_>) = fresh.partition(|(_, ring, _)| *ring == Ring::Person);
            // The roll, which is among the others, says who takes in what one person keeps.
            let fresh: VecDeque<ChangeHash> = fresh.into_iter().chain(own).map(|(_, _, hash)| hash).collect();
            if fresh.len() <= NEWS {
                self.out.push_back(Out::Changes(fresh));
            }
        }
        self.turn = self.turn.wrapping_add(1);
        self.mark = holder.mark();
        self.ours = self.scope.summary(holder);
        self.owed.clear();
        self.asked_to = None;
        self.differ = self.scope.digests(holder).into_keys().collect();
        (self.equal, self.said, self.heard, self.progress) = (false, false, false, false);
        (self.news, self.doubt) = (false, false);
        let (towns, root) = self.ours;
        self.say_talk(Talk::Summary { turn: self.turn, towns, root });
        self.stage = Stage::Summary;
        Ok(())
    }

    fn compare<H: Holder>(&mut self, holder: &mut H, towns: u32, root: Digest) -> Result<(), Dropped> {
        if (towns, root) == self.ours {
            self.shown = Some(BTreeMap::new());
            return self.settle(holder, true);
        }
        self.show.compare(self.ours, (towns, root));
        let most = towns.max(self.ours.0);
        if most <= FEW {
            self.say_vectors(holder);
        } else if most <= SEVERAL {
            self.say_towns(self.scope.digests(holder));
        } else {
            self.say_talk(Talk::Buckets(self.scope.buckets(holder).into_iter().collect()));
            self.stage = Stage::Buckets;
        }
        Ok(())
    }

    /// Names towns by what stands for them, as many as fit into one message: whatever is far is left out before anything that is near.
    fn say_towns(&mut self, towns: BTreeMap<AssemblyId, Digest>) {
        let (near, far): (Vec<_>, Vec<_>) = towns.into_iter().partition(|(town, _)| self.near.contains(town));
        let towns: BTreeMap<AssemblyId, Digest> = near.into_iter().chain(far).take(Talk::MAX_BYTES / (32 + Digest::BYTES)).collect();
        self.differ = towns.keys().copied().collect();
        self.say_talk(Talk::Towns(towns.into_iter().collect()));
        self.stage = Stage::Towns;
    }

    /// Says what their vectors lack.
    fn lacked<H: Holder>(&mut self, holder: &H, all: bool, theirs: BTreeMap<AssemblyId, Vector>) {
        let nothing = Vector::default();
        // They may show what neither list of towns had room to name.
        for assembly in self.differ.iter().chain(theirs.keys().filter(|town| !self.differ.contains(*town))) {
            let Some(shown) = theirs.get(assembly).or(all.then_some(&nothing)) else { continue };
            let Some(holding) = holder.holdings().get(assembly) else { continue };
            let missing = holding.missing(shown, self.scope.ring(assembly));
            let missing: VecDeque<ChangeHash> = missing.into_iter().filter(|hash| !self.theirs.contains(hash)).collect();
            if !missing.is_empty() {
                self.out.push_back(Out::Changes(missing));
            }
        }
        // Of a town that they were not shown they cannot say what is lacking here.
        for (assembly, shown) in &theirs {
            if !self.has_shown(assembly) {
                continue;
            }
            let owed = shown.longer_than(holder.holdings().get(assembly), self.scope.ring(assembly));
            self.owed.extend(owed.into_iter().map(|(line, length)| (*assembly, line, length)));
        }
        self.told = theirs.get(&self.caller.ours).map_or(self.told, |shown| Some(shown.digest()));
        self.show.hear(&theirs);
        self.shown = Some(theirs);
        self.out.push_back(Out::Said);
        self.stage = Stage::Changes;
    }

    /// Ends the turn when both have said all, and begins another if this one brought anything, or had no room for all that is to be shown.
    pub(super) fn end<H: Holder>(&mut self, holder: &mut H) -> Result<(), Dropped> {
        if !(self.said && self.heard) {
            Ok(())
        } else if self.progress || self.has_more_to_show(holder) {
            self.begin(holder)
        } else {
            self.settle(holder, false)
        }
    }

    fn settle<H: Holder>(&mut self, holder: &mut H, equal: bool) -> Result<(), Dropped> {
        self.stage = Stage::Quiet;
        self.equal = equal;
        let ring = self.scope.ring(&self.caller.ours);
        let met = if equal {
            Met::Equal { ring, mark: self.mark }
        } else {
            let held = holder.holdings().get(&self.caller.ours).filter(|held| !held.is_empty());
            // What they hold only grows, so what they told before they knew more holds as far as it goes.
            let is_same = held.is_some_and(|held| self.told == Some(held.digest(ring)));
            Met::Apart { lacking: self.lacking(holder).unwrap_or(0), ours: is_same.then_some((ring, self.mark)) }
        };
        holder.met(&self.caller, &met).map_err(Dropped::ours)?;
        self.ask(holder)
    }

    /// Asks for what acts of near towns name and what is not here, once in a turn and a few requests at a time; with nothing left to ask,
    /// this side is at rest.
    ///
    /// What was asked for is awaited until the last request is answered, whichever turns begin meanwhile.
    fn ask<H: Holder>(&mut self, holder: &mut H) -> Result<(), Dropped> {
        if self.stage != Stage::Quiet || self.awaited > 0 {
            return Ok(());
        }
        let from = self.asked_to.map_or(Bound::Unbounded, |(assembly, _)| Bound::Included(assembly));
        let assemblies: Vec<AssemblyId> = self.near.range((from, Bound::Unbounded)).copied().collect();
        for assembly in assemblies {
            let mut wanted = holder.wanted(assembly, self.scope.inside(&assembly)).map_err(Dropped::ours)?;
            wanted.sort_unstable();
            wanted.retain(|wanted| self.asked_to < Some((assembly, *wanted)));
            for some in wanted.chunks(MAX_WANTED).take(MAX_REQUESTS - self.awaited) {
                let cards = some.iter().filter_map(|wanted| if let Wanted::Card(hash) = wanted { Some(*hash) } else { None }).collect();
                let files = some.iter().filter_map(|wanted| if let Wanted::File(hash) = wanted { Some(*hash) } else { None }).collect();
                self.say_talk(Talk::Want { assembly, cards, files });
                self.asked.extend(some.iter().map(|wanted| (assembly, *wanted)));
                self.asked_to = some.last().map(|last| (assembly, *last));
                self.awaited += 1;
            }
            if self.awaited == MAX_REQUESTS {
                break;
            }
        }
        if self.awaited == 0 && self.rest_said != Some(self.turn) {
            self.rest_said = Some(self.turn);
            self.say_talk(Talk::Rest { turn: self.turn });
        }
        Ok(())
    }

    pub(super) fn say_talk(&mut self, talk: Talk) {
        self.out.push_back(Out::Frame(Frame::Talk(talk)));
    }
}

/// The keys at which two lists differ, or that only one of them has.
fn differing<K: Ord + Copy>(ours: &BTreeMap<K, Digest>, theirs: Vec<(K, Digest)>) -> BTreeSet<K> {
    let theirs: BTreeMap<K, Digest> = theirs.into_iter().collect();
    ours.keys().chain(theirs.keys()).filter(|key| ours.get(key) != theirs.get(key)).copied().collect()
}
