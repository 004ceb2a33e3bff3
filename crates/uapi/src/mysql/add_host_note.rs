//! `Mysql::add_host_note`

use api::{AccessHost, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::databases::hosts;

/// Notes something about a host that may connect to the account's MySQL databases.
#[derive(Debug, Input)]
pub struct Params {
    /// An address, a range such as `192.0.2.0/24`, a host name; `%` stands for any part of one.
    pub host: AccessHost,
    /// What is noted, in place of what was; empty for nothing.
    pub note: String,
}

/// See [`Params`].
pub struct AddHostNote;

impl Function for AddHostNote {
    const NAME: &'static str = "add_host_note";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        hosts::note(cx, &cx.caller.user, &params.host, params.note)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, databases};

    #[test]
    fn a_note_is_of_a_host_that_is_there() {
        let world = databases::scene("Mysql");
        let form = [("host", "192.0.2.7"), ("note", "The office")];
        let said = world.uapi_refusal("alice", "Mysql", "add_host_note", &form);
        assert_eq!(said, "host: “192.0.2.7” is none of those that may connect.");
        world.uapi("alice", "Mysql", "add_host", &form[..1]).unwrap();
        world.uapi("alice", "Mysql", "add_host_note", &form).unwrap();
        let notes = world.uapi_data("alice", "Mysql", "get_host_notes", &[]);
        assert_eq!(notes, serde_json::json!({ "192.0.2.7": "The office" }));
    }
}
