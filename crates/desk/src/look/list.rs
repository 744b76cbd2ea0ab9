//! Which views there are.

use schemars::JsonSchema;
use serde::Serialize;

/// A view: its name, how it is asked, and what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct View {
    /// The name.
    pub name: &'static str,
    /// What may follow the name.
    pub usage: &'static str,
    /// What it shows.
    pub shows: &'static str,
    /// Whether it can be asked how things stood on a day.
    pub as_of: AsOf,
}

/// Whether a view can be asked how things stood on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AsOf {
    /// It shows how things stand now.
    Never,
    /// It shows how things stand now, and on a day when one is asked for.
    WhenAsked,
    /// It shows how things stand on a day, which is today when none is asked for.
    Always,
}

const fn view(name: &'static str, usage: &'static str, shows: &'static str) -> View {
    View { name, usage, shows, as_of: AsOf::Never }
}

impl View {
    const fn by(self, as_of: AsOf) -> View {
        View { as_of, ..self }
    }
}

/// Every view.
pub const VIEWS: &[View] = &[
    view("home", "", "what is here, what waits for somebody, what is in question"),
    view("roll", "", "laptops, holders, k and how many must sign"),
    view(
        "people",
        "[NUMBER] [find=WORDS] [among=belong|laptop|left] [by=number|name|fit] [from=N] [count=N|latest=N]",
        "members by number, with the names that are here",
    )
    .by(AsOf::WhenAsked),
    view("names", "[of=NUMBER,NUMBER]", "the names that are here, by number"),
    view("charter", "[VERSION]", "the charter in force, or an earlier version").by(AsOf::Always),
    view("charter-versions", "", "every version, and the decision behind it").by(AsOf::Always),
    view("charter-diff", "FROM TO", "what changed between two versions, clause by clause").by(AsOf::Always),
    view("meetings", "[find=WORDS] [from=N] [count=N|latest=N]", "meetings, the latest first").by(AsOf::WhenAsked),
    view("meeting", "MEETING", "one meeting's minutes"),
    view("floor", "MEETING", "presence by name, objections, notes"),
    view("drafts", "", "texts that people write together, the latest first"),
    view("draft", "ID", "one draft: its text, who typed it, and what was typed after it was frozen"),
    view("decisions", "[find=WORDS] [among=adopted|rejected|deferred] [from=N] [count=N|latest=N]", "the register of decisions")
        .by(AsOf::Always),
    view("decision", "NUMBER", "one decision, and what cites it"),
    view("actions", "[NUMBER] [find=WORDS] [among=open|done] [from=N] [count=N|latest=N]", "what somebody was asked to do")
        .by(AsOf::WhenAsked),
    view("mandates", "[NUMBER] [find=WORDS] [among=held|past] [from=N] [count=N|latest=N]", "who holds which duty, until when")
        .by(AsOf::Always),
    view("mandate", "ID", "one mandate's card").by(AsOf::Always),
    view("reports", "", "what delegates agreed to outside, and whether it was reported at home in time").by(AsOf::Always),
    view("quiet", "", "when the town was, is and will be quiet").by(AsOf::Always),
    view("accounts", "", "accounts and what they hold").by(AsOf::Always),
    view("balances", "", "what every account holds, over all quarters").by(AsOf::Always),
    view(
        "journal",
        "[ACCOUNT] [find=WORDS] [commodity=WORDS] [from=N] [count=N|latest=N]",
        "transactions in order, with a running balance for one account",
    )
    .by(AsOf::Always),
    view("account", "ACCOUNT", "what one account held as days went by").by(AsOf::Always),
    view("budgets", "", "standing budgets and what is left").by(AsOf::Always),
    view("closings", "", "closings, and the counts that later entries put in question").by(AsOf::WhenAsked),
    view("to-sign", "", "binding acts that wait for signatures"),
    view(
        "acts",
        "[counts|pending|contested|to-ratify|split|void|newer] [of=NUMBER] [by=LAPTOP] [from=N] [count=N|latest=N]",
        "every act with what it counts for",
    ),
    view("act", "ID", "one act with its signers and reasons"),
    view("documents", "", "the documents that file the acts"),
    view("document", "RING NAME", "the acts filed in one document"),
    view("towns", "", "towns that this home has heard of"),
    view("peers", "", "the laptops that may be met, when each last was, and by which road"),
    view("sync", "", "town by town and ring by ring: what is not known to be there, what is missing here, and since when"),
    view("waiting", "[from=N] [count=N]", "what waits for others that it follows, and what it misses"),
    view("quarantine", "", "what was refused on receipt, in whose name, and who handed it over"),
    view("witness", "", "what waits to be co-signed, who co-signed what is sealed here, towns that were shown to be two"),
    view("sealed", "", "what is sealed for this laptop among others, and that there is more"),
    view("notes", "[MEETING|ID]", "one's own notes, of a meeting or an act if one is named, and who else holds them"),
    view("search", "[find=WORDS] [count=N]", "what has the words, of each kind the best first"),
];
