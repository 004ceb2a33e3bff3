//! `rebuildinstalledssldb`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Does nothing; once rebuilt the database of installed certificates.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct Rebuildinstalledssldb;

impl Function for Rebuildinstalledssldb {
    const NAME: &'static str = "rebuildinstalledssldb";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
