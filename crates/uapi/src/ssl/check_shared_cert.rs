//! `SSL::check_shared_cert`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// Tells whether a shared certificate is attached.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct CheckSharedCert;

impl Function for CheckSharedCert {
    const NAME: &'static str = "check_shared_cert";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
