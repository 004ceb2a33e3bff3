//! `BoxTrapper::get_configuration`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Output, Result, reply};

/// `BoxTrapper::get_configuration`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: EmailAddress,
}

/// What `get_configuration` answers.
#[derive(Output)]
pub struct Reply {
    /// The enable auto whitelist flag: 0 or 1.
    pub enable_auto_whitelist: Flag,
    /// The from addresses.
    pub from_addresses: String,
    /// The from name.
    pub from_name: String,
    /// The queue days.
    pub queue_days: i64,
    /// The spam score.
    pub spam_score: f64,
    /// The whitelist by association flag: 0 or 1.
    pub whitelist_by_association: Flag,
}

/// See [`Params`].
pub struct GetConfiguration;

impl Function for GetConfiguration {
    const NAME: &'static str = "get_configuration";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
