//! Invites and their answers: towns become neighbours, laptops come onto the roll.

use std::process::ExitCode;

use clap::Subcommand;
use folkmoot::id::{ActId, AssemblyId};
use folkmoot::plain::Day;
use folkmoot_desk::{AnswerCode, AskCode, Desk, DeviceCode, Heard, Invite, InviteState, TownCode, Trouble, Waiting, Which, words};
use folkmoot_host::SocketAddr;
use serde_json::json;

use super::{At, home};
use crate::codes;
use crate::door::Door;
use crate::say::Say;
use folkmoot_host::Moment;

#[derive(Debug, Subcommand)]
pub(crate) enum TownVerb {
    /// Print a code that invites one town to be a neighbour; each town needs one of its own.
    Invite {
        /// Where this laptop may be met, like 192.168.1.5:4433; may be said more than once. Left out, its own addresses where a port was
        /// chosen for it (folkmoot serve --port).
        #[arg(long, value_name = "IP:PORT")]
        at: Vec<SocketAddr>,
        #[command(flatten)]
        out: codes::Out,
    },
    /// Show the invites that were made, with the codes of those that are open and were made here.
    Invites,
    /// Take an invite back, and the welcome of whoever came by it.
    Revoke {
        /// Its name, as `town invites` shows it.
        name: String,
    },
    /// Become a neighbour of a town by its code, say its words, and print the answer to it.
    Join {
        /// The code, or a file that holds it.
        code: String,
        #[command(flatten)]
        out: codes::Out,
    },
    /// Stop being neighbours: the laptops of that town are strangers again.
    Part {
        /// The town.
        town: String,
    },
    /// Print the answer to a town's invite again, to be carried by hand.
    Answer {
        /// The town.
        town: String,
        #[command(flatten)]
        out: codes::Out,
    },
    /// Take in a town's answer that was carried by hand.
    Accept {
        /// The answering code, or a file that holds it.
        code: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum DeviceVerb {
    /// Print a code that invites one more laptop of a member.
    Invite {
        /// Whose laptop: number or name.
        #[arg(long)]
        member: String,
        /// Where this laptop may be met, like 192.168.1.5:4433; may be said more than once. Left out, its own addresses where a port was
        /// chosen for it (folkmoot serve --port).
        #[arg(long, value_name = "IP:PORT")]
        at: Vec<SocketAddr>,
        #[command(flatten)]
        out: codes::Out,
    },
    /// Show the invites that were made, with the codes of those that are open and were made here.
    Invites,
    /// Take an invite back, and the welcome of whoever came by it.
    Revoke {
        /// Its name, as `device invites` shows it.
        name: String,
    },
    /// On the new laptop: answer an invite, and print the code that asks for admission.
    Join {
        /// The invite, or a file that holds it.
        code: String,
        #[command(flatten)]
        out: codes::Out,
    },
    /// On the inviting laptop: admit the one that asks; without a code, show who waits.
    Admit {
        /// The asking code, or a file that holds it; left out where the request came with a bundle or over the network.
        code: Option<String>,
        /// Both laptops show the same words: admit the one that waits.
        #[arg(long, conflicts_with = "code")]
        compared: bool,
    },
    /// Go on with this laptop's key, which was stopped since entries came under it that it did not write: you brought back an older copy of
    /// this home yourself. It writes again once another laptop was heard.
    BroughtBack,
    /// Take a laptop or a recovery card off the roll, for good.
    Remove {
        /// Its key or the first letters, as `look roll` shows it.
        device: String,
        /// Why.
        #[arg(long)]
        reason: String,
        /// The last entry of this laptop that stands; without it, all that has arrived here.
        #[arg(long, value_name = "ACT")]
        up_to: Option<String>,
    },
}

/// Where this laptop may be met, as it was said, or else as its interfaces and the port that was chosen have it.
fn met_at(at: &At<'_>, said: &[SocketAddr]) -> Result<Vec<String>, Trouble> {
    let own = || Ok::<_, Trouble>(at.desk.port_of(at.assembly)?.map(folkmoot_host::own_addresses).unwrap_or_default());
    let addresses = if said.is_empty() { own()? } else { said.to_vec() };
    Ok(addresses.iter().map(SocketAddr::to_string).collect())
}

/// Says where the laptop that invites may be met, as its code has it.
fn met_where(addresses: &[String]) -> String {
    match addresses {
        [] => "  The code names no address: this laptop is found on the same network, or name one with --at IP:PORT.".to_owned(),
        some => format!("  This laptop may be met at {}.", some.join(", ")),
    }
}

pub(super) fn town(mut at: At<'_>, verb: &TownVerb) -> Result<ExitCode, Trouble> {
    match verb {
        TownVerb::Invite { at: addresses, out } => {
            let addresses = met_at(&at, addresses)?;
            let code = at.desk.invite_town(at.assembly, &addresses, at.moment.seconds)?;
            let mut lines = codes::lines(&code.to_string(), out)?;
            lines.push(format!("  One town can join by it until {}; it is invite {}.", Day::of_claim(code.until), code.secret.name()));
            lines.push(format!("  The words of this town, to compare aloud: {}", words(at.assembly)));
            lines.push(met_where(&code.addresses));
            let (text, name, until) = (code.to_string(), code.secret.name(), code.until);
            let facts = json!({ "code": text, "invite": name, "until": until, "words": words(at.assembly), "at": code.addresses });
            Ok(at.say.done(&lines, facts))
        }
        TownVerb::Invites => invites(&at, |invite| invite.member.is_none()),
        TownVerb::Revoke { name } => revoke(at, name),
        TownVerb::Part { town } => {
            let town = at.desk.which(Which::Named(town))?;
            at.desk.part_with(at.assembly, town, at.moment.seconds)?;
            let name = at.desk.name(town);
            let line = format!("{name} is no neighbour any more. What it shared stays here; joining by a new code makes it one again.");
            Ok(at.say.done(&[line], json!({ "assembly": town, "name": name })))
        }
        TownVerb::Answer { town, out } => {
            let asked = at.desk.which(Which::Named(town))?;
            let letters = at.desk.letters_to(asked, at.moment.seconds)?;
            let code = letters.iter().find(|letter| letter.parse::<AnswerCode>().is_ok());
            let code = code.ok_or_else(|| Trouble::NotInTheBook { what: "open invite of", asked: town.clone() })?;
            let mut lines = codes::lines(code, out)?;
            lines.push(carry_back(&at.desk.name(asked), asked));
            Ok(at.say.done(&lines, json!({ "code": code, "words": words(at.assembly) })))
        }
        TownVerb::Accept { code } => {
            let answer: AnswerCode = codes::given(code)?;
            let heard = at.desk.hear_letter(&answer.to_string(), None, at.moment.seconds)?;
            match heard_lines(&at.desk, &heard) {
                lines if lines.is_empty() => Err(Trouble::NoPen { assembly: answer.to }),
                lines => Ok(at.say.done(&lines, json!({ "heard": heard }))),
            }
        }
        TownVerb::Join { .. } => Err(Trouble::NoAssembly),
    }
}

fn carry_back(name: &str, town: AssemblyId) -> String {
    format!(
        "  The answer goes along when you meet {name} or write it a bundle (folkmoot bundle write FILE --for {}). By hand, they take it in: folkmoot town accept CODE.",
        for_whom(name, town)
    )
}

/// A town as it stands in a command that people copy: by its name where a shell does nothing with that, or else by its id.
fn for_whom(name: &str, town: AssemblyId) -> String {
    let is_plain =
        name.starts_with(char::is_alphanumeric) && name.chars().all(|letter| letter.is_alphanumeric() || " -.,'".contains(letter));
    if is_plain { format!("\"{name}\"") } else { town.short() }
}

fn invites(at: &At<'_>, wanted: impl Fn(&Invite) -> bool) -> Result<ExitCode, Trouble> {
    let invites: Vec<Invite> = at.desk.invites(at.assembly, at.moment.seconds)?.into_iter().filter(wanted).collect();
    let mut lines = Vec::new();
    for invite in &invites {
        let of_whom = invite.member.map(|member| format!(" for a laptop of member {member}")).unwrap_or_default();
        let stands = match invite.state {
            InviteState::Open => format!("open until {}", Day::of_claim(invite.until)),
            InviteState::Used if invite.towns.is_empty() => "answered".to_owned(),
            InviteState::Used => {
                format!("answered by {}", invite.towns.iter().map(|town| at.desk.name(*town)).collect::<Vec<_>>().join(" and by "))
            }
            InviteState::Expired => format!("ran out on {}", Day::of_claim(invite.until)),
            InviteState::Revoked => "taken back".to_owned(),
        };
        let elsewhere = if invite.here { "" } else { ", made on another laptop" };
        lines.push(format!("{}{of_whom}: {stands}{elsewhere}", invite.name));
        if invite.towns.len() > 1 {
            lines.push("  Two towns answered it at once, at two laptops, and both are neighbours. Compare the words of both aloud, and part with the one".to_owned());
            lines.push("  that was not meant: folkmoot town part NAME.".to_owned());
        }
        lines.extend(invite.code.iter().map(|code| format!("  {code}")));
    }
    if lines.is_empty() {
        lines.push("No invite was made.".to_owned());
    }
    Ok(at.say.done(&lines, json!({ "invites": invites })))
}

fn revoke(mut at: At<'_>, name: &str) -> Result<ExitCode, Trouble> {
    at.desk.revoke(at.assembly, name, at.moment.seconds)?;
    Ok(at.say.done(&[format!("Invite {name} is taken back; nobody can join by it.")], json!({ "invite": name })))
}

/// Joins a town on behalf of the assembly that is named, or of the one that this laptop is on the roll of.
pub(super) fn join_town(door: &Door<'_>, ours: Option<&str>, verb: &TownVerb, moment: Moment, say: &Say) -> Result<ExitCode, Trouble> {
    let TownVerb::Join { code, out } = verb else { return Err(Trouble::NoAssembly) };
    let code: TownCode = codes::given(code)?;
    let (desk, answer) = joined(door, ours, &code, moment)?;
    let words_of_theirs = words(code.assembly);
    let mut lines = vec![
        format!("{} is a neighbour. Its record comes when you meet it, or with its next bundle.", code.name),
        format!("  Compare these words with them aloud; if they differ, it is another town: {words_of_theirs}"),
    ];
    if let Some(answer) = &answer {
        lines.extend(codes::lines(&answer.to_string(), out)?);
        lines.push(carry_back(&code.name, code.assembly));
        lines.push(format!("  They see these words of yours: {}", words(answer.from)));
    }
    let ours = answer.as_ref().map(|answer| words(answer.from));
    let answer = answer.map(|answer| answer.to_string());
    let name = desk.name(code.assembly);
    Ok(say.done(&lines, json!({ "assembly": code.assembly, "name": name, "words": words_of_theirs, "answer": answer, "our_words": ours })))
}

/// Joins a town by its code; a home that only reads is made for it where there is none.
pub(super) fn joined(door: &Door<'_>, ours: Option<&str>, code: &TownCode, moment: Moment) -> Result<(Desk, Option<AnswerCode>), Trouble> {
    let mut desk = door.begin()?;
    let ours: Option<AssemblyId> = ours.map(|ours| desk.which(Which::Named(ours))).transpose()?;
    let answer = desk.join_town(code, ours, moment.seconds)?;
    Ok((desk, answer))
}

pub(super) fn join_device(door: &Door<'_>, verb: &DeviceVerb, moment: Moment, say: &Say) -> Result<ExitCode, Trouble> {
    let DeviceVerb::Join { code, out } = verb else { return Err(Trouble::NoAssembly) };
    let code: DeviceCode = codes::given(code)?;
    let mut desk = door.begin()?;
    let lost = desk.key_lost(code.assembly)?;
    let ask = desk.join_device(&code, moment.seconds)?;
    let mut lines = codes::lines(&ask.to_string(), out)?;
    let name = &code.name;
    if lost.is_some() {
        lines.push(format!(
            "  This laptop has a new key for {name}. The one that it had signs nothing more; what was sealed to it can still be read here. Where folkmoot serve runs on this home, start it again."
        ));
    }
    lines.push(format!(
        "  The request goes along when you meet the laptop that invited, or in a bundle (folkmoot bundle write FILE --for {}). By hand: folkmoot device admit CODE.",
        for_whom(name, code.assembly)
    ));
    lines.push(format!("  Words of this laptop, to compare aloud before it is admitted: {}", ask.words()));
    lines.push(format!("  Words of {name}, to compare aloud: {}", words(code.assembly)));
    let (device, of_the_laptop) = (ask.device, ask.words());
    let facts = json!({ "code": ask.to_string(), "device": device, "new_key": lost.is_some(), "words": words(code.assembly), "laptop_words": of_the_laptop });
    Ok(say.done(&lines, facts))
}

pub(super) fn device(mut at: At<'_>, verb: &DeviceVerb) -> Result<ExitCode, Trouble> {
    match verb {
        DeviceVerb::Invite { member, at: addresses, out } => {
            let member = at.desk.find_member(at.assembly, member)?;
            let addresses = met_at(&at, addresses)?;
            let code = at.desk.invite_device(at.assembly, member, &addresses, at.moment.seconds)?;
            let mut lines = codes::lines(&code.to_string(), out)?;
            lines.push(format!("  One laptop can join by it until {}; it is invite {}.", Day::of_claim(code.until), code.secret.name()));
            lines.push(format!("  The words of this town, to compare aloud: {}", words(at.assembly)));
            lines.push(met_where(&code.addresses));
            let (text, name, until) = (code.to_string(), code.secret.name(), code.until);
            let facts = json!({ "code": text, "invite": name, "until": until, "words": words(at.assembly), "at": code.addresses });
            Ok(at.say.done(&lines, facts))
        }
        DeviceVerb::Invites => invites(&at, |invite| invite.member.is_some()),
        DeviceVerb::Revoke { name } => revoke(at, name),
        DeviceVerb::Admit { code: Some(code), .. } => {
            let ask: AskCode = codes::given(code)?;
            let id = at.desk.admit(&ask, at.moment.seconds)?;
            admitted(&at, id, &ask.words())
        }
        DeviceVerb::Admit { code: None, compared } => {
            let waiting = at.desk.waiting(at.assembly)?;
            match waiting.as_slice() {
                [one] if *compared => {
                    let id = at.desk.admit_waiting(at.assembly, one.ask, at.moment.seconds)?;
                    admitted(&at, id, &one.words)
                }
                [] if *compared => Err(Trouble::NotInTheBook { what: "waiting laptop in", asked: at.desk.name(at.assembly) }),
                _ if *compared => Err(Trouble::Ambiguous { asked: "--compared".to_owned() }),
                _ => Ok(at.say.done(&waits(&at, &waiting)?, json!({ "waiting": waiting }))),
            }
        }
        DeviceVerb::BroughtBack => {
            at.desk.brought_back(at.assembly, at.moment.seconds)?;
            let mut lines = vec!["This laptop goes on with its key.".to_owned()];
            if !at.desk.may_write(at.assembly)? {
                lines.push(home::HEARS_FIRST.to_owned());
            }
            Ok(at.say.done(&lines, json!({ "assembly": at.assembly })))
        }
        DeviceVerb::Remove { device, reason, up_to } => {
            let found = at.desk.find_laptop(at.assembly, device)?;
            let mut removal = json!({ "do": "roll.remove", "device": found, "reason": reason });
            if let Some(last) = up_to {
                removal["cut"] = json!(at.desk.cut_of_a_laptop(at.assembly, found, last)?);
            }
            at.do_all(&[removal], "Removal:")
        }
        DeviceVerb::Join { .. } => Err(Trouble::NoAssembly),
    }
}

/// Who waits to be admitted, with the words to compare.
fn waits(at: &At<'_>, waiting: &[Waiting]) -> Result<Vec<String>, Trouble> {
    let names = at.desk.names(at.assembly)?;
    let mut lines = Vec::new();
    for one in waiting {
        let name = names.get(&one.member).map(|card| format!(" ({})", card.name)).unwrap_or_default();
        lines.push(format!("A laptop of member {}{name} asks to be admitted. Its words: {}", one.member, one.words));
    }
    lines.push(match waiting {
        [] => "No laptop asks to be admitted.".to_owned(),
        [_] => "  Compare the words aloud. If that laptop shows the same: folkmoot device admit --compared.".to_owned(),
        _ => "  Compare the words aloud, and admit one by the code that it shows: folkmoot device admit CODE.".to_owned(),
    });
    Ok(lines)
}

pub(super) fn admitted(at: &At<'_>, id: ActId, laptop: &str) -> Result<ExitCode, Trouble> {
    let counts = at.desk.counts(at.assembly, &id)?;
    let name = at.desk.name(at.assembly);
    let line = if counts {
        format!(
            "The laptop is on the roll. Meet it, or write it a bundle: folkmoot bundle write FILE --for {}.",
            for_whom(&name, at.assembly)
        )
    } else {
        format!("The admission is recorded, and counts once more than half of the holders have signed {}.", id.short())
    };
    let compare = format!("  Its words were: {laptop}. If it shows others, take it off the roll again (folkmoot device remove).");
    Ok(at.say.done(&[line, compare], json!({ "ids": [id], "counts": counts, "laptop_words": laptop })))
}

/// What came of a letter, for people.
pub(super) fn heard_lines(desk: &Desk, heard: &Heard) -> Vec<String> {
    match heard {
        Heard::Answer { again: true, .. } | Heard::Ask { again: true, .. } | Heard::ForOthers => Vec::new(),
        Heard::ForAnotherLaptop => vec![
            "An answer in it is to no invite that this laptop has heard of. If another laptop of yours made it, meet that one, or let it read the bundle too."
                .to_owned(),
        ],
        Heard::Answer { town, words, .. } => vec![
            format!("{} has answered the invite, and is a neighbour.", desk.name(*town)),
            format!(
                "  Compare these words with them aloud; if they differ, it is another town, and `town revoke` takes the invite back: {words}"
            ),
        ],
        Heard::Ask { member, words, .. } => vec![
            format!("A laptop of member {member} asks to be admitted. Its words: {words}"),
            "  Compare the words aloud. If that laptop shows the same: folkmoot device admit --compared.".to_owned(),
        ],
    }
}
