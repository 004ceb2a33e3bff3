//! `BoxTrapper::save_configuration`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result, reply};

/// `BoxTrapper::save_configuration`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: EmailAddress,
    /// The enable auto whitelist flag: 0 or 1.
    pub enable_auto_whitelist: Flag,
    /// The from addresses.
    pub from_addresses: String,
    /// The queue days.
    pub queue_days: i64,
    /// The whitelist by association flag: 0 or 1.
    pub whitelist_by_association: Flag,
    /// The from name.
    pub from_name: Option<String>,
    /// The spam score.
    pub spam_score: Option<f64>,
}

/// See [`Params`].
pub struct SaveConfiguration;

impl Function for SaveConfiguration {
    const NAME: &'static str = "save_configuration";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
