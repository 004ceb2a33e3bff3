//! `SSL::is_autossl_check_in_progress`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::tls::{self, auto};

/// Tells whether a check of the account's sites for certificates waits or is under way.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct IsAutosslCheckInProgress;

impl Function for IsAutosslCheckInProgress {
    const NAME: &'static str = "is_autossl_check_in_progress";
    const NEEDS: Needs = Needs::Features(&["autossl"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Flag;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        auto::is_waiting(&*cx.host.store.read()?, &account).map(Flag)
    }
}
