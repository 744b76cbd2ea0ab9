//! The verbs: each asks the desk, and says what came of it.

mod act;
pub(crate) mod card;
pub(crate) mod charter;
pub(crate) mod code;
pub(crate) mod draft;
mod home;
pub(crate) mod join;
pub(crate) mod ledger;
mod look;
pub(crate) mod mandate;
mod meet;
pub(crate) mod meeting;
pub(crate) mod member;
pub(crate) mod note;
mod passphrase;
pub(crate) mod quiet;
mod road;
mod roll;
pub(crate) mod sealed;

use std::path::PathBuf;
use std::process::ExitCode;

use folkmoot::id::{ActId, AssemblyId};
use folkmoot_desk::{Desk, Trouble, Which};
use serde_json::{Value as Json, json};

use crate::args::{Args, Verb};
use crate::door::Door;
use crate::say::Say;
use folkmoot_host::Moment;

/// What every verb works with.
pub(crate) struct At<'a> {
    pub(crate) desk: Desk,
    pub(crate) assembly: AssemblyId,
    pub(crate) moment: Moment,
    pub(crate) say: &'a Say,
}

impl At<'_> {
    /// Does acts and says their ids.
    pub(crate) fn do_all(&mut self, acts: &[Json], what: &str) -> Result<ExitCode, Trouble> {
        let ids = self.act(acts)?;
        let mut lines = Vec::new();
        for id in &ids {
            lines.push(format!("{what} {id}{}", self.pending(*id)?));
        }
        Ok(self.say.done(&lines, json!({ "ids": ids })))
    }

    /// Whether an act that was recorded waits for others' signatures.
    pub(crate) fn pending(&self, id: ActId) -> Result<String, Trouble> {
        let Some(fold) = self.desk.fold(self.assembly)? else { return Ok(String::new()) };
        let pending = fold.act(&id).is_some_and(|judged| *judged.status == folkmoot::fold::Status::Pending);
        Ok(if pending { format!("\n  recorded; it counts once {} holders have signed it", fold.signers(&id).needs) } else { String::new() })
    }

    /// Does acts. A clock that is off harms nothing, but somebody should know.
    pub(crate) fn act(&mut self, acts: &[Json]) -> Result<Vec<ActId>, Trouble> {
        let off = self.desk.clock_is_off(self.assembly, self.moment.seconds)?;
        let ids = self.desk.act(self.assembly, acts, self.moment.seconds)?;
        if let Some(off) = off {
            let (years, way) = (off.unsigned_abs() / 31_557_600, if off > 0 { "later" } else { "earlier" });
            self.say.remark(&format!(
                "This laptop's clock says {}, more than {years} years {way} than the last entry it wrote. Check the clock: people read the times, and entries without --day take their day from it.",
                self.moment.day
            ));
        }
        Ok(ids)
    }

    /// Tells whoever signs what they sign.
    pub(crate) fn tell(&self, assembly: AssemblyId, acts: &[ActId]) -> Result<(), Trouble> {
        self.desk.signing(assembly, acts)?.iter().for_each(|told| self.say.tell(told));
        Ok(())
    }

    pub(crate) fn decision(&self, asked: &str) -> Result<ActId, Trouble> {
        self.desk.find_decision(self.assembly, asked)
    }
}

fn door_of<'a>(args: &'a Args, say: &'a Say) -> Door<'a> {
    Door::new(home_of(args), args.passphrase_file.as_deref(), say)
}

fn home_of(args: &Args) -> PathBuf {
    let data = || std::env::var_os("XDG_DATA_HOME").map(PathBuf::from);
    let share = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/share"));
    args.home.clone().unwrap_or_else(|| data().or_else(share).unwrap_or_default().join("folkmoot"))
}

fn open<'a>(args: &Args, say: &'a Say) -> Result<At<'a>, Trouble> {
    let desk = door_of(args, say).open()?;
    let assembly = desk.which(args.assembly.as_deref().map_or(Which::Own, Which::Named))?;
    Ok(At { desk, assembly, moment: args.now.unwrap_or_else(Moment::of_the_clock), say })
}

/// Does what the command line says.
pub(crate) fn run(args: &Args, say: &Say) -> Result<ExitCode, Trouble> {
    let door = &door_of(args, say);
    let moment = args.now.unwrap_or_else(Moment::of_the_clock);
    match &args.verb {
        Verb::Found { name, person, place } => home::found(door, name, person, place.as_deref(), moment, say),
        Verb::Restore { file, nothing_sent_since } => home::restore(file, door, *nothing_sent_since, moment, say),
        Verb::Look(look) if look.view.is_none() => Ok(look::list(say)),
        Verb::Act(file) if file.schema || file.example.is_some() => act::show(file, say),
        Verb::Town(verb @ join::TownVerb::Join { .. }) => join::join_town(door, args.assembly.as_deref(), verb, moment, say),
        Verb::Device(verb @ join::DeviceVerb::Join { .. }) => join::join_device(door, verb, moment, say),
        Verb::Bundle(verb) => road::bundle(door, args.assembly.as_deref(), verb, moment, say),
        Verb::Serve(serve) => meet::serve(door, serve, args.now, say),
        Verb::Sync(sync) => meet::sync(door, sync, args.now, say),
        Verb::Network(choice) => home::network(door, choice, say),
        Verb::Passphrase(verb) => passphrase::run(door, verb, say),
        Verb::Verify => home::verify(door, moment, say),
        Verb::Backup { file } => home::backup(door, file, say),
        Verb::Enrol(enrol) => roll::enrol(open(args, say)?, enrol),
        Verb::Member(verb) => member::run(open(args, say)?, verb),
        Verb::Import(import) => roll::import(open(args, say)?, import),
        Verb::Meeting(verb) => meeting::run(open(args, say)?, verb),
        Verb::Charter(verb) => charter::run(open(args, say)?, verb),
        Verb::Draft(verb) => draft::run(open(args, say)?, verb),
        Verb::Mandate(verb) => mandate::run(open(args, say)?, verb),
        Verb::Quiet(verb) => quiet::run(open(args, say)?, verb),
        Verb::Quorum { k } => roll::quorum(open(args, say)?, *k),
        Verb::Ledger(verb) => ledger::run(open(args, say)?, verb),
        Verb::Sign { acts, knowing } => roll::sign(open(args, say)?, acts, *knowing),
        Verb::Ratify { acts } => roll::ratify(open(args, say)?, acts),
        Verb::Cosign { towns } => roll::cosign(open(args, say)?, towns),
        Verb::Sealed(verb) => sealed::run(open(args, say)?, verb),
        Verb::Note(verb) => note::run(open(args, say)?, verb),
        Verb::Look(look) => look::look(open(args, say)?, look),
        Verb::Act(file) => act::act(open(args, say)?, file),
        Verb::Town(verb) => join::town(open(args, say)?, verb),
        Verb::Card(verb) => card::run(open(args, say)?, verb),
        Verb::Code(verb) => code::run(open(args, say)?, verb),
        Verb::Device(verb) => join::device(open(args, say)?, verb),
        Verb::Export(verb) => road::export(open(args, say)?, verb),
    }
}
