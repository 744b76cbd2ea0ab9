//! Carrying: bundles, backups and what is written out, on sticks and in folders.

use std::cell::Cell;
use std::fmt;
use std::io::Write;
use std::path::PathBuf;

use data_encoding::BASE64;
use folkmoot::id::{ActId, AssemblyId};
use folkmoot_desk::{Desk, Passphrase, RecoveryCard, Told, Trouble};
use folkmoot_host::files;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value as Json, json};
use tauri::{AppHandle, Manager, State};
use zeroize::Zeroize;

use super::plain;
use crate::places::{self, Place};
use crate::shell::{Asker, Shell};
use crate::wire::News;

/// What a page asks to be carried.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(tag = "deed", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub(crate) enum Load {
    /// Where things can be carried: sticks, and the person's own folders, with the bundles and backups that lie there.
    Places,
    /// Pack a bundle into a new file in a place.
    Pack {
        /// The place.
        place: PathBuf,
        /// The towns whose laptops may read it; anyone if none.
        towns: Vec<AssemblyId>,
        /// Seal it whole to the person's own other laptops instead, their own notes with it.
        own: bool,
        /// Whether it is packed though the assembly has asked others to carry.
        all_the_same: bool,
    },
    /// Take in a bundle.
    Unpack {
        /// The file, as `places` names it.
        file: PathBuf,
    },
    /// Copy the whole home into a new file in a place.
    Backup {
        /// The place.
        place: PathBuf,
    },
    /// Write a recovery card's code into a new file in a place.
    Card {
        /// The place.
        place: PathBuf,
        /// The code.
        code: String,
    },
    /// Whether a backup asks for a passphrase.
    Asks {
        /// The file, as `places` names it.
        file: PathBuf,
    },
    /// Make this home from a backup.
    Restore {
        /// The file, as `places` names it.
        file: PathBuf,
        /// The passphrase of the backup, if it has one.
        passphrase: Option<Typed>,
        /// The lost laptop sent nothing after this backup.
        nothing_sent_since: bool,
    },
    /// Keep a paper beside the book, for an entry of the ledger to name; one that none names goes nowhere.
    Attach {
        /// Its name.
        name: String,
        /// Its bytes, as base64.
        bytes: String,
    },
    /// The paper behind an entry, to be looked at.
    Receipt {
        /// The entry.
        transaction: ActId,
    },
    /// Write the paper behind an entry into a new file in a place.
    SaveReceipt {
        /// The entry.
        transaction: ActId,
        /// The place.
        place: PathBuf,
    },
    /// Check everything again.
    Verify,
    /// Open this home with its passphrase.
    Unlock {
        /// The passphrase.
        passphrase: Typed,
    },
    /// Leave the network and forget this home until its passphrase is typed again.
    Lock {
        /// What somebody was writing, for whoever opens this home again: it is kept in memory alone, sealed with the key of the home.
        writing: Option<String>,
    },
    /// Ask once for what somebody was writing when this home was locked.
    TakeUp,
    /// Close this home with a passphrase, give it another, or take it off.
    Passphrase {
        /// The one that it has.
        old: Option<Typed>,
        /// The new one.
        new: Option<Typed>,
        /// The new one, typed once more.
        again: Option<Typed>,
    },
    /// Remember which assembly is open, for the next time.
    Open {
        /// The assembly.
        assembly: AssemblyId,
    },
    /// Choose after how many minutes in which nobody touches it this home locks itself; 0 is never.
    LockAfter {
        /// The minutes.
        minutes: u32,
    },
}

/// What somebody typed and nobody else may read; it wipes itself.
#[derive(Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline)]
pub(crate) struct Typed(String);

impl Typed {
    fn passphrase(&self) -> Passphrase {
        Passphrase::of(&self.0)
    }
}

impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typed")
    }
}

impl Drop for Typed {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// Carries what a page asks, and gives what the desk answers.
#[tauri::command(async)]
pub(crate) fn carry(load: Load, asker: Asker, app: AppHandle, shell: State<'_, Shell>) -> Result<Json, Box<Told>> {
    let settles = matches!(load, Load::Unpack { .. } | Load::Restore { .. } | Load::Unlock { .. } | Load::Passphrase { .. });
    let done = carried(load, &asker, &app, &shell);
    // Whether a passphrase was set or not, the home has left the network for it.
    if settles {
        let _ = shell.settle(&app);
    }
    done.map_err(|trouble| asker.told(&trouble))
}

fn carried(load: Load, asker: &Asker, app: &AppHandle, shell: &Shell) -> Result<Json, Trouble> {
    let moment = shell.moment();
    let tell = |work: &'static str| {
        let told = Cell::new(None);
        move |done: u64, of: u64| {
            // A page needs to hear of a hundredth, not of each change.
            let hundredth = done.saturating_mul(100).checked_div(of);
            if told.replace(hundredth) != hundredth {
                app.state::<Shell>().wire().tell(&News::Progress { work, done, of });
            }
        }
    };
    match load {
        Load::Places => plain(places::all(app)),
        Load::Pack { place, own: true, .. } => {
            let (bytes, spoken) = shell.kept(|desk| desk.speak_to_own(asker.which(desk)?, moment.seconds))?;
            // Not even its name says whose it is.
            let file = chosen(app, &place)?.new_file("sealed", &moment.day.to_string(), places::BUNDLE);
            files::write_new(&file, |out| out.write_all(&bytes))?;
            Ok(json!({ "file": file, "bytes": bytes.len(), "spoken": spoken }))
        }
        Load::Pack { place, towns, own: false, all_the_same } => {
            let (bundle, spoken, name) = shell.kept(|desk| {
                let name = asker.which(desk).map_or_else(|_| "Folkmoot".to_owned(), |assembly| desk.name(assembly));
                if !all_the_same {
                    desk.require_courier(&towns)?;
                }
                let (bundle, spoken) = desk.speak(&towns, moment.seconds)?;
                Ok((bundle, spoken, name))
            })?;
            let file = chosen(app, &place)?.new_file(&name, &moment.day.to_string(), places::BUNDLE);
            let progress = tell("pack");
            files::write_new(&file, |out| bundle.write_to(out, |done, of| progress(u64::from(done), u64::from(of))))?;
            Ok(json!({ "file": file, "bytes": bundle.file_len(), "spoken": spoken }))
        }
        Load::Unpack { file } => {
            let bytes = files::read(&places::known(app, &file)?)?;
            // A home that only reads is begun by its first bundle, and by no other file.
            Desk::require_bundle(&bytes)?;
            let received = shell.begun(|desk| desk.receive(&bytes, "bundle", moment.seconds))?;
            plain(received)
        }
        Load::Backup { place } => {
            let name = shell.kept(|desk| {
                // Of a book that is closed the name of its file does not tell whose it is.
                let tells = asker.which(desk).ok().filter(|_| !desk.has_passphrase());
                Ok(tells.map_or_else(|| "Folkmoot".to_owned(), |assembly| desk.name(assembly)))
            })?;
            let file = chosen(app, &place)?.new_file(&name, &moment.day.to_string(), places::BACKUP);
            shell.kept(|desk| desk.backup(&file, tell("backup")))?;
            Ok(json!({ "file": file }))
        }
        Load::Card { place, code } => {
            let card: RecoveryCard = code.parse().map_err(Trouble::Code)?;
            let file = chosen(app, &place)?.new_file(&card.name, &moment.day.to_string(), places::CARD);
            files::write_private(&file, |out| writeln!(out, "{card}"))?;
            Ok(json!({ "file": file }))
        }
        Load::Asks { file } => Ok(json!({ "passphrase": Desk::backup_is_locked(&places::known(app, &file)?)? })),
        Load::Restore { file, passphrase, nothing_sent_since } => {
            let file = places::known(app, &file)?;
            let passphrase = passphrase.as_ref().map(Typed::passphrase);
            shell
                .restored(|folder| Desk::restore(&file, folder, passphrase.as_ref(), nothing_sent_since, moment.seconds, tell("restore")))
                .map(|()| json!({}))
        }
        Load::Attach { name, bytes } => {
            // What is no base64 was not made by a page.
            let bytes = BASE64.decode(bytes.as_bytes()).unwrap_or_default();
            let (hash, size) = shell.kept(|desk| desk.attach(asker.which(desk)?, &name, bytes))?;
            Ok(json!({ "hash": hash, "name": name, "size": size }))
        }
        Load::Receipt { transaction } => {
            let (name, bytes) = shell.kept(|desk| desk.receipt(asker.which(desk)?, transaction))?;
            Ok(json!({ "name": name, "bytes": BASE64.encode(&bytes) }))
        }
        Load::SaveReceipt { transaction, place } => {
            let (name, bytes) = shell.kept(|desk| desk.receipt(asker.which(desk)?, transaction))?;
            let file = chosen(app, &place)?.new_paper(&name);
            files::write_new(&file, |out| out.write_all(&bytes))?;
            Ok(json!({ "file": file }))
        }
        Load::Verify => shell.kept(|desk| plain(desk.verify(tell("verify"))?)),
        Load::Unlock { passphrase } => shell.open_with(&passphrase.passphrase()).map(|()| json!({})),
        Load::Lock { writing } => {
            shell.shut(writing.as_deref());
            Ok(json!({}))
        }
        Load::TakeUp => Ok(json!({ "writing": shell.taken_up() })),
        Load::Passphrase { old, new, again } => {
            let [old, new, again] = [old, new, again].map(|typed| typed.as_ref().map(Typed::passphrase));
            if new != again {
                return Err(Trouble::PassphrasesDiffer);
            }
            shell.set_passphrase(old.as_ref(), new.as_ref()).map(|()| json!({}))
        }
        Load::Open { assembly } => shell.kept(|desk| desk.remember_open(assembly)).map(|()| json!({})),
        Load::LockAfter { minutes } => shell.kept(|desk| desk.lock_after(minutes)).map(|()| json!({})),
    }
}

fn chosen(app: &AppHandle, place: &PathBuf) -> Result<Place, Trouble> {
    let missing = || Trouble::NotInTheBook { what: "place", asked: place.display().to_string() };
    places::all(app).into_iter().find(|known| known.path == *place).ok_or_else(missing)
}
