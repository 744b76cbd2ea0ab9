//! What is refused about Millbrook's invites and neighbours.

use folkmoot::id::{AssemblyId, DeviceId, InviteId};
use folkmoot_testkit::{Laptop, keys_of};
use serde_json::{Value as Json, json};

use crate::{Case, but, refused};

const CEDAR_FALLS: AssemblyId = AssemblyId([9; 32]);

fn invite(secret: &[u8]) -> Json {
    json!({ "do": "neighbour.invite", "invite": InviteId::of(secret), "until": 1_804_000_000 })
}

fn join(town: AssemblyId, by: &[u8]) -> Json {
    json!({ "do": "neighbour.join", "town": town, "name": "Cedar Falls", "endpoint": DeviceId([4; 32]), "by": InviteId::of(by) })
}

pub(crate) fn cases() -> Vec<Case> {
    let mut ada = Laptop::found("Millbrook", "Ada");
    let town = AssemblyId(ada.fold().assembly().0);
    let ask = json!({ "do": "neighbour.ask", "invite": InviteId::of(b"laptop"), "device": DeviceId([7; 32]), "keys": keys_of("Bo") });
    let unknown = refused(&ada, "Ada hears an answer to an invite that nobody made.", join(CEDAR_FALLS, b"town"));
    let nobody = refused(&ada, "Ada invites a laptop of member 9, who is nobody.", but(invite(b"nobody"), json!({ "member": 9 })));
    let part = json!({ "do": "neighbour.part", "town": CEDAR_FALLS, "joins": [] });
    let stranger = refused(&ada, "Ada parts with a town that is no neighbour.", part.clone());
    ada.must(invite(b"town"));
    ada.must(but(invite(b"laptop"), json!({ "member": 1 })));
    let again = refused(&ada, "Ada makes one invite twice.", invite(b"town"));
    let of_a_laptop = refused(&ada, "Ada lets a town in by an invite for a laptop.", join(CEDAR_FALLS, b"laptop"));
    let itself = refused(&ada, "Millbrook becomes its own neighbour.", join(town, b"town"));
    let long = refused(&ada, "Ada joins a town with an endless name.", but(join(CEDAR_FALLS, b"town"), json!({ "name": "x".repeat(201) })));
    let first = ada.must(join(CEDAR_FALLS, b"town"));
    let other = refused(&ada, "Ada lets a second town in by one invite.", join(AssemblyId([8; 32]), b"town"));
    let unseen = refused(&ada, "Ada parts with a town and leaves out how it came.", part.clone());
    ada.must(ask.clone());
    let thief = refused(&ada, "Ada hears a second laptop that answers one invite.", but(ask, json!({ "device": DeviceId([8; 32]) })));
    let mut parted = ada.clone();
    parted.must(but(part, json!({ "joins": [first] })));
    let back = refused(
        &parted,
        "Ada lets a town in again by the invite that it had come by before it was parted with.",
        join(CEDAR_FALLS, b"town"),
    );
    ada.must(json!({ "do": "neighbour.revoke", "invite": InviteId::of(b"town") }));
    let taken_back = refused(&ada, "Ada lets a town in by an invite that was taken back.", join(CEDAR_FALLS, b"town"));
    vec![unknown, nobody, stranger, again, of_a_laptop, itself, long, other, unseen, thief, back, taken_back]
}
