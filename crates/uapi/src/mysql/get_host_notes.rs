//! `Mysql::get_host_notes`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Lists the notes on remote hosts.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetHostNotes;

impl Function for GetHostNotes {
    const NAME: &'static str = "get_host_notes";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
