//! `SSL::rebuildssldb`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Rebuilds the account's SSL store index.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct Rebuildssldb;

impl Function for Rebuildssldb {
    const NAME: &'static str = "rebuildssldb";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
