//! `Mysql::get_host_notes`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::databases::hosts;

/// Gives the notes on the hosts that may connect to the account's MySQL databases.
#[derive(Debug, Input)]
pub struct Params;

/// See [`Params`].
pub struct GetHostNotes;

impl Function for GetHostNotes {
    const NAME: &'static str = "get_host_notes";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = BTreeMap<String, String>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let hosts = hosts::of(&*cx.host.store.read()?, &cx.caller.user)?;
        let noted = hosts.into_iter().filter(|row| !row.note.is_empty());
        Ok(noted.map(|row| (row.host.to_string(), row.note)).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn hosts_without_a_note_are_left_out() {
        let world = World::new().account("alice", "root").account("bob", "root");
        for host in ["192.0.2.7", "%.example.com"] {
            world.uapi("alice", "Mysql", "add_host", &[("host", host)]).unwrap();
        }
        let get = |user| world.uapi_data(user, "Mysql", "get_host_notes", &[]);
        assert_eq!(get("alice"), serde_json::json!({}));
        let form = [("host", "%.example.com"), ("note", "Build servers")];
        world.uapi("alice", "Mysql", "add_host_note", &form).unwrap();
        assert_eq!(get("alice"), serde_json::json!({ "%.example.com": "Build servers" }));
        assert_eq!(get("bob"), serde_json::json!({}));
    }
}
