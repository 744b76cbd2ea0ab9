//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args as Arguments, Parser, Subcommand};
use folkmoot::plain::Day;
use folkmoot_host::{IpAddr, SocketAddr};

use crate::verbs::card::CardVerb;
use crate::verbs::charter::CharterVerb;
use crate::verbs::code::CodeVerb;
use crate::verbs::draft::DraftVerb;
use crate::verbs::join::{DeviceVerb, TownVerb};
use crate::verbs::ledger::LedgerVerb;
use crate::verbs::mandate::MandateVerb;
use crate::verbs::meeting::MeetingVerb;
use crate::verbs::member::MemberVerb;
use crate::verbs::note::NoteVerb;
use crate::verbs::quiet::QuietVerb;
use crate::verbs::sealed::SealedVerb;
use folkmoot_host::{Moment, moment};

/// Keeps an assembly's book: charter, minutes, ledger and mandates, signed and kept on this laptop.
#[derive(Debug, Parser)]
#[command(name = "folkmoot", version, max_term_width = 100, arg_required_else_help = true)]
pub(crate) struct Args {
    /// The directory that holds this laptop's book.
    #[arg(long, global = true, help_heading = "Everywhere", env = "FOLKMOOT_HOME", value_name = "DIR")]
    pub(crate) home: Option<PathBuf>,
    /// The assembly that is meant, by name or id, where this home has several.
    #[arg(long, global = true, help_heading = "Everywhere", value_name = "NAME")]
    pub(crate) assembly: Option<String>,
    /// Answer with one JSON value.
    #[arg(long, global = true, help_heading = "Everywhere")]
    pub(crate) json: bool,
    /// The moment to claim, instead of the clock's: 2027-03-03, 2027-03-03T19:30 or seconds since 1970.
    #[arg(long, global = true, help_heading = "Everywhere", value_parser = moment, allow_negative_numbers = true, value_name = "MOMENT")]
    pub(crate) now: Option<Moment>,
    /// The language of answers, like en; otherwise the system's.
    #[arg(long, global = true, help_heading = "Everywhere", value_name = "LANG")]
    pub(crate) lang: Option<String>,
    /// A file that holds the passphrase of this book or backup; otherwise it is asked for at the terminal. A new book is closed with it.
    #[arg(long, global = true, help_heading = "Everywhere", env = "FOLKMOOT_PASSPHRASE_FILE", value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Found an assembly: this laptop is the first on its roll.
    Found {
        /// The assembly's name.
        #[arg(long)]
        name: String,
        /// Who founds it, as on their card; member 1.
        #[arg(long)]
        person: String,
        /// Where it meets.
        #[arg(long)]
        place: Option<String>,
    },
    /// Enter people as members, by name.
    Enrol(Enrol),
    /// Change a member's card, enter that one left, strike a card.
    #[command(subcommand)]
    Member(MemberVerb),
    /// Enter many things at once from a file.
    #[command(subcommand)]
    Import(ImportVerb),
    /// Call, open, run, close and seal meetings.
    #[command(subcommand)]
    Meeting(MeetingVerb),
    /// Adopt and amend the charter.
    #[command(subcommand)]
    Charter(CharterVerb),
    /// Write a text together before it is decided about.
    #[command(subcommand)]
    Draft(DraftVerb),
    /// Grant and recall mandates; what delegates agreed to, and whether it was reported.
    #[command(subcommand)]
    Mandate(MandateVerb),
    /// Declare that the town is quiet for some days, as a meeting decided, or end it sooner.
    #[command(subcommand)]
    Quiet(QuietVerb),
    /// Keep the ledger: open accounts, post, reverse, close.
    #[command(subcommand)]
    Ledger(LedgerVerb),
    /// Sign binding acts that others wrote; without ids, show what waits.
    Sign {
        /// Ids, or their first letters.
        acts: Vec<String>,
        /// Sign also what this laptop's own book would refuse as things stand.
        #[arg(long)]
        knowing: bool,
    },
    /// Change how many holders sign what is binding; other holders sign.
    Quorum {
        /// How many.
        k: u32,
    },
    /// Make contested entries count after all; other holders sign. Without any, shows those that can be ratified.
    Ratify {
        /// The entries' ids or the first letters, as `look acts to-ratify` shows them.
        acts: Vec<String>,
    },
    /// Co-sign what neighbours have sealed since last time: of the towns that are named, or of all but those that were shown to be two.
    Cosign {
        /// Neighbours, by name.
        towns: Vec<String>,
    },
    /// Write for a few members alone, as in a mediation.
    #[command(subcommand)]
    Sealed(SealedVerb),
    /// Keep notes that never leave your own laptops.
    #[command(subcommand)]
    Note(NoteVerb),
    /// Look at the book, as JSON; without a view, the list of views.
    Look(Look),
    /// Do acts written as JSON: one, or a list of which all or none are done.
    Act(ActFile),
    /// Invite towns to be neighbours, and answer their invites.
    #[command(subcommand)]
    Town(TownVerb),
    /// Bring another laptop into the assembly, or take one out.
    #[command(subcommand)]
    Device(DeviceVerb),
    /// Make a recovery card to lock away, and use it when a laptop is lost.
    #[command(subcommand)]
    Card(CardVerb),
    /// Carry a binding act and its signatures from laptop to laptop as a code, without a network or a stick.
    #[command(subcommand)]
    Code(CodeVerb),
    /// Pack what a courier carries, or take in what a courier brought.
    #[command(subcommand)]
    Bundle(BundleVerb),
    /// Meet other laptops until told to stop: whoever is known may call, and is called.
    Serve(Serve),
    /// Meet other laptops once, and stop when both hold the same.
    Sync(Sync),
    /// Choose what this home does on networks; without options, show it.
    Network(NetworkChoice),
    /// Write a document or an attachment to a file.
    #[command(subcommand)]
    Export(ExportVerb),
    /// Copy this whole home into one new file.
    Backup {
        /// The new file.
        file: PathBuf,
    },
    /// Make a home from a backup.
    Restore {
        /// The backup.
        file: PathBuf,
        /// The lost laptop sent nothing after this backup: it may write again at once.
        #[arg(long)]
        nothing_sent_since: bool,
    },
    /// Close this book with a passphrase, change it, or take it off.
    #[command(subcommand)]
    Passphrase(PassphraseVerb),
    /// Check every signature and chain again, and build everything anew from the archive.
    Verify,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PassphraseVerb {
    /// Close this book with a passphrase: without it nobody can read what lies on the disk.
    Set,
    /// Give it another passphrase.
    Change {
        /// A file that holds the new one; otherwise it is asked for at the terminal.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Take the passphrase off: whoever has the disk can read the book.
    Remove,
}

/// Where to be reached, and where to look.
#[derive(Debug, Arguments)]
pub(crate) struct Reach {
    /// The UDP port to be met at; the next one for each further assembly. It is remembered.
    #[arg(long)]
    pub(crate) port: Option<u16>,
    /// Only be reachable at these addresses of this laptop.
    #[arg(long, value_name = "IP")]
    pub(crate) bind: Vec<IpAddr>,
    /// Neither announce this laptop on the networks that it is in, nor look for others there.
    #[arg(long)]
    pub(crate) no_lan: bool,
}

#[derive(Debug, Arguments)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) reach: Reach,
}

#[derive(Debug, Arguments)]
pub(crate) struct Sync {
    /// A town's code, the name of a town that is known, or an address like 192.168.1.5:4433; everybody who is known if left out.
    pub(crate) with: Option<String>,
    /// Where the other laptop is, like 192.168.1.5:4433.
    #[arg(long, value_name = "IP:PORT")]
    pub(crate) at: Vec<SocketAddr>,
    /// For how many seconds to wait for an answer.
    #[arg(long, default_value_t = 30, value_name = "SECONDS")]
    pub(crate) wait: u64,
    #[command(flatten)]
    pub(crate) reach: Reach,
}

#[derive(Debug, Arguments)]
pub(crate) struct NetworkChoice {
    /// Quiet mode: no socket, no packet, no announcement.
    #[arg(long, value_name = "yes|no", value_parser = yes)]
    pub(crate) quiet: Option<bool>,
    /// Whether this laptop announces itself on the networks that it is in.
    #[arg(long, value_name = "yes|no", value_parser = yes)]
    pub(crate) announced: Option<bool>,
    /// The address of a relay of the town's own, or "none".
    #[arg(long, value_name = "URL")]
    pub(crate) relay: Option<String>,
}

fn yes(text: &str) -> Result<bool, String> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("say yes or no".to_owned()),
    }
}

#[derive(Debug, Arguments)]
pub(crate) struct Enrol {
    /// Names.
    #[arg(required = true)]
    pub(crate) names: Vec<String>,
    /// A telephone, for one person.
    #[arg(long, default_value = "")]
    pub(crate) phone: String,
    /// The household.
    #[arg(long, default_value = "")]
    pub(crate) household: String,
    /// The member who sees that they are entered on their behalf.
    #[arg(long)]
    pub(crate) witness: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ImportVerb {
    /// Enter everybody in a table (CSV) who is not on the roll yet.
    Roster {
        /// The table: a column of names, other columns in any order.
        file: PathBuf,
        /// Only show who would be entered.
        #[arg(long)]
        preview: bool,
    },
}

#[derive(Debug, Arguments)]
pub(crate) struct Look {
    /// The view.
    pub(crate) view: Option<String>,
    /// What the view is asked with.
    pub(crate) words: Vec<String>,
    /// The day to look from; today unless said otherwise.
    #[arg(long, value_name = "DAY")]
    pub(crate) as_of: Option<Day>,
}

#[derive(Debug, Arguments)]
#[command(group = clap::ArgGroup::new("what").required(true))]
pub(crate) struct ActFile {
    /// A file of acts, or - for standard input.
    #[arg(group = "what")]
    pub(crate) file: Option<PathBuf>,
    /// Only weigh the acts of this file.
    #[arg(long, group = "what", value_name = "FILE")]
    pub(crate) check: Option<PathBuf>,
    /// Print the JSON schema of acts.
    #[arg(long, group = "what")]
    pub(crate) schema: bool,
    /// Print an example of an act, like ledger.post; "kinds" lists them.
    #[arg(long, group = "what", value_name = "KIND")]
    pub(crate) example: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum BundleVerb {
    /// Pack everything that others may read into a new file.
    Write {
        /// The new file.
        file: PathBuf,
        /// Seal it to this town's laptops; said more than once, to several towns'. For one's own town alone, what is inside goes along.
        #[arg(long = "for", value_name = "TOWN")]
        towns: Vec<String>,
        /// Seal all of it, your own notes too, to your other laptops alone: from outside nothing can be told but its size.
        #[arg(long, conflicts_with = "towns")]
        own: bool,
        /// Pack it though your assembly has asked others to carry what it says to other towns.
        #[arg(long)]
        all_the_same: bool,
    },
    /// Take in a bundle; twice does nothing, and what is damaged harms nothing else.
    Read {
        /// The bundle.
        file: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum ExportVerb {
    /// An Automerge document, for any Automerge tool.
    Document {
        /// The ring: commons, assembly or person.
        ring: String,
        /// The name, as `look documents` shows it.
        name: String,
        /// The new file.
        file: PathBuf,
    },
    /// The paper behind a transaction.
    Receipt {
        /// The transaction's id or the first letters.
        transaction: String,
        /// The new file.
        file: PathBuf,
    },
}
