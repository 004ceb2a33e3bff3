//! `Mysql::add_host_note`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Attaches a note to an allowed remote host.
#[derive(Input)]
pub struct Params {
    /// IP address, host name, % wildcard (192.168.%.%) or CIDR range.
    pub host: String,
    /// The note.
    pub note: String,
}

/// See [`Params`].
pub struct AddHostNote;

impl Function for AddHostNote {
    const NAME: &'static str = "add_host_note";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
