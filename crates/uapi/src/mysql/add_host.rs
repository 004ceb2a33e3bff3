//! `Mysql::add_host`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Allows a remote host to reach the databases.
#[derive(Input)]
pub struct Params {
    /// IP address, host name, % wildcard (192.168.%.%) or CIDR range.
    pub host: String,
}

/// See [`Params`].
pub struct AddHost;

impl Function for AddHost {
    const NAME: &'static str = "add_host";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
