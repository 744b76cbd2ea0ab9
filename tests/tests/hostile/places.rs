//! The places where foreign bytes can go into a laptop.

use std::collections::BTreeMap;

use folkmoot::change::{MAX_CHANGE_BYTES, Ring};
use folkmoot::id::{CardHash, FileHash};
use folkmoot::value::Value;
use folkmoot_desk::{AnswerCode, AskCode, DeviceCode, Keeper, RecoveryCard, TownCode};
use folkmoot_sync::frame::{MAX_CARD_BYTES, MAX_LETTER_BYTES};
use folkmoot_sync::{Dropped, Frame, Hall, Holder};
use serde_json::json;

use crate::packing::{HEADER, PART, TRAILER, block, frame, pack, part, with_parts};
use crate::town::{CY, DAY, Millbrook, NOW};
use crate::watch::counted;

/// Every kind of frame, known and not.
const KINDS: [u8; 13] = [1, 2, 3, 4, 16, 17, 18, 19, 20, 21, 22, 23, 200];

impl Millbrook {
    /// As the act of changes that Cy signed properly, for every document in both rings: all are refused, and the reason names Cy's laptop.
    pub(crate) fn as_acts(&mut self, home: usize, bytes: &[u8]) {
        let draft = format!("draft/{}", self.draft);
        let meeting = format!("meeting/{DAY}");
        let documents = ["roll", "charter", "mandates", "ledger/2027-Q1", &meeting, &draft, "drafts", "people", "neighbours"];
        let mut frames = Vec::new();
        for ring in [Ring::Commons, Ring::Assembly] {
            for document in documents {
                frames.push(Frame::Change(self.next(ring, document, bytes.to_vec()).sign(&self.cy.pen).encode()));
            }
        }
        // Whatever is a value after all is an act of somebody on the roll, if only of an unknown kind.
        let is_a_value = Value::decode(bytes).is_ok();
        let fits = frames.iter().all(|frame| frame.encode().is_ok());
        if is_a_value || !fits {
            counted("inputs that are values, or too long for an act", 1);
            return;
        }
        let sent = frames.len();
        let received = self.takes(home, frames);
        assert_eq!(received.refused.len(), sent, "all of it is refused: {received:?}");
        assert!(received.new.is_empty() && received.waiting == 0, "{received:?}");
        for refused in &received.refused {
            assert_eq!((refused.device, refused.assembly), (Some(self.cy.device), Some(self.assembly)), "it is said who claims it");
            counted(&format!("refused: {}", refused.reason), 1);
        }
        counted("places", sent);
    }

    /// As text in acts that any member may do: it is text to everyone, and nothing else.
    pub(crate) fn as_text(&mut self, text: &str) {
        let short: String = text.chars().filter(|character| !character.is_control()).take(150).collect();
        let short = if short.trim().is_empty() { "nothing".to_owned() } else { short };
        let tips = [0, 1].map(|home| self.homes[home].desk.draft(self.assembly, self.draft).unwrap().tips());
        assert_eq!(tips[0], tips[1], "both have heard the same");
        let mut follows = tips[0].clone();
        let own = self.cy.fold.book().inside.draft.all.get(&self.draft).and_then(|draft| draft.last.get(&self.cy.device));
        follows.extend(own.map(|(_, last)| *last));
        follows.sort_unstable();
        follows.dedup();
        let motion = json!({ "do": "meeting.move", "meeting": DAY, "title": short, "text": text });
        let posting = |quantity: &str, account: &str| json!({ "account": account, "quantity": quantity, "commodity": "kg flour" });
        let acts = [
            json!({ "do": "draft.edit", "draft": self.draft, "follows": follows, "runs": [{ "insert": { "text": text } }] }),
            json!({ "do": "draft.open", "title": short, "about": text, "base": text }),
            motion,
            json!({ "do": "ledger.post", "day": DAY, "text": text, "postings": [posting("1", "assets:store"), posting("-1", "income:received")] }),
            json!({ "do": "floor.note", "meeting": DAY, "text": text }),
            json!({ "do": "meeting.item", "meeting": DAY, "item": { "title": text } }),
            json!({ "do": "meeting.call", "meeting": "2027-04-07", "place": text, "time": text, "agenda": [{ "title": text }] }),
            json!({ "do": "neighbour.join", "town": FileHash::of(text.as_bytes()), "name": short, "endpoint": self.cy.endpoint, "code": text }),
            json!({ "do": text, "text": text }),
        ];
        let mut frames = Vec::new();
        for act in &acts {
            let readable = folkmoot::act::Act::from_json(act).is_ok();
            let bytes = if readable {
                self.act(act)
            } else {
                let says = self.next(Ring::Assembly, "future", Value::from_json(act).unwrap().encode());
                self.sign(says)
            };
            frames.push(Frame::Change(bytes));
        }
        counted("places", frames.len());
        for received in self.all_take(&frames) {
            assert_eq!((received.refused.len(), received.waiting), (0, 0), "a member may write it: {received:?}");
        }
    }

    /// As the card of a member and as a receipt, each named by an act of Cy's so that it is asked for.
    pub(crate) fn as_what_acts_name(&mut self, bytes: &[u8]) {
        let card = &bytes[..bytes.len().min(MAX_CARD_BYTES)];
        // Two inputs may be the same, and a card that replaces itself is nobody's.
        let salt = *blake3::hash(&self.cy.fold.sizes().0.to_be_bytes()).as_bytes();
        let hash = CardHash::of(&salt, card);
        let file = FileHash::of(bytes);
        let replaces = self.cy.fold.book().commons.roll.members[&CY].card();
        let posting = |quantity: &str, account: &str| json!({ "account": account, "quantity": quantity, "commodity": "kg flour" });
        let acts = [
            json!({ "do": "roll.card", "member": CY, "replaces": replaces, "card": hash }),
            json!({ "do": "ledger.post", "day": DAY, "text": "see the paper", "postings": [posting("1", "assets:store"), posting("-1", "income:received")],
                "receipt": { "name": "../../paper.pdf", "size": bytes.len(), "hash": file } }),
        ];
        let mut frames: Vec<Frame> = acts.iter().map(|act| Frame::Change(self.act(act))).collect();
        frames.push(Frame::Card { assembly: self.assembly, member: CY.0, salt, hash, card: card.to_vec() });
        frames.push(Frame::File {
            hash: file,
            assembly: self.assembly,
            ring: Ring::Commons,
            name: "../../x".to_owned(),
            bytes: bytes.to_vec(),
        });
        counted("places", 2);
        for received in self.all_take(&frames) {
            assert_eq!(received.refused.len(), 0, "{received:?}");
        }
    }

    /// As a bundle, as any block of one, and as what a part unfolds to.
    pub(crate) fn as_bundles(&mut self, home: usize, bytes: &[u8]) {
        let honest = pack(vec![Frame::Change(vec![1])], &self.cy.pen);
        let front = &honest[..honest.len() / 2];
        let whole: Vec<Vec<u8>> = vec![
            bytes.to_vec(),
            [b"FMB\0", bytes].concat(),
            [b"FMB\0", &block(HEADER, 0, bytes)[..]].concat(),
            [&honest[..], &block(TRAILER, 0, bytes)].concat(),
            [&front[..4], &block(PART, 0, bytes), &honest[4..]].concat(),
            with_parts(&[bytes.to_vec(), [&[0], bytes].concat(), part(2, bytes), part(3, &frame(1, bytes)), part(4, &frame(200, bytes))]),
            with_parts(&KINDS.map(|kind| part(KINDS.iter().position(|known| *known == kind).unwrap_or(0) as u32, &frame(kind, bytes)))),
        ];
        counted("places", whole.len() + 4 + KINDS.len());
        for bundle in whole {
            match self.homes[home].desk.receive(&bundle, "stick", NOW) {
                Ok(received) => {
                    assert!(received.new.is_empty() && received.waiting == 0 && received.cards + received.files == 0, "{received:?}");
                    assert!(received.letters.is_empty(), "{received:?}");
                    received.refused.iter().for_each(|refused| counted(&format!("refused: {}", refused.reason), 1));
                    counted("refused: damaged part", received.damaged_parts.len());
                }
                Err(trouble) => counted(&format!("refused: {}", trouble.code()), 1),
            }
        }
    }

    /// As everything that Cy's laptop may say in a session, first and after it has said what it holds.
    pub(crate) fn as_talk(&self, hall: &mut Hall<Keeper>, bytes: &[u8]) {
        hall.news().unwrap();
        let held = |hall: &Hall<Keeper>| hall.holder().holdings()[&self.assembly].len();
        let before = held(hall);
        let caller = self.cy_calls();
        let mut streams = vec![bytes.to_vec()];
        streams.extend(KINDS.map(|kind| frame(kind, bytes)));
        counted("places", 2 * streams.len());
        let mut why: BTreeMap<&'static str, usize> = BTreeMap::new();
        for (id, stream) in (1..).zip(&streams) {
            for greeted in [false, true] {
                hall.open(id, caller.clone(), 0).unwrap();
                let said = hall.say(id, 0).unwrap().unwrap_or_default();
                // Whoever says the same back holds the same.
                let greeting = if greeted { Frame::decode_all(&said).unwrap() } else { Vec::new() };
                let outcome = match Frame::decode_all(stream) {
                    Ok(frames) => hall.hear(id, [greeting, frames].concat(), 0).and_then(|()| hall.say(id, 0).map(drop)),
                    Err(error) => Err(Dropped::Frame(error)),
                };
                *why.entry(outcome.as_ref().err().map_or("heard", Dropped::code)).or_default() += 1;
                assert!(!matches!(outcome, Err(Dropped::Ours(_))), "it is not our trouble: {outcome:?}");
                hall.close(id, "cut");
            }
        }
        why.into_iter().for_each(|(why, times)| counted(&format!("session: {why}"), times));
        assert_eq!(held(hall), before, "nothing of it is in the book");
    }

    /// As codes that people paste, show and send.
    pub(crate) fn as_codes(&mut self, home: usize, bytes: &[u8], text: &str) {
        let letters = data_encoding::BASE32_NOPAD.encode(bytes).to_lowercase();
        let kinds = ["town", "device", "answer", "ask", "card"];
        let mut texts = vec![text.to_owned()];
        texts.extend(kinds.iter().flat_map(|kind| [format!("folkmoot:{kind}:{letters}"), format!("folkmoot:{kind}:{text}")]));
        counted("places", texts.len() * 6);
        for text in &texts {
            assert!(text.parse::<TownCode>().is_err() && text.parse::<DeviceCode>().is_err() && text.parse::<RecoveryCard>().is_err());
            assert!(text.parse::<AnswerCode>().is_err() && text.parse::<AskCode>().is_err());
            assert!(self.homes[home].desk.hear_letter(text, None, NOW).is_err(), "nobody is let in by it");
        }
        let short: String = texts[1].chars().take(MAX_LETTER_BYTES).collect();
        let received = self.takes(home, vec![Frame::Letter(short)]);
        assert!(received.letters.is_empty() && received.unwelcome.len() == 1, "{received:?}");
    }

    /// As a whole signed change, and as one with its head in order.
    pub(crate) fn as_envelopes(&mut self, home: usize, bytes: &[u8]) {
        let bytes = &bytes[..bytes.len().min(MAX_CHANGE_BYTES - 4)];
        let frames = vec![Frame::Change(bytes.to_vec()), Frame::Change([b"FMC\0", bytes].concat())];
        counted("places", frames.len());
        let received = self.takes(home, frames);
        assert_eq!((received.refused.len(), received.new.len()), (2, 0), "{received:?}");
        received.refused.iter().for_each(|refused| counted(&format!("refused: {}", refused.reason), 1));
    }
}
