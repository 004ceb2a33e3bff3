//! `ContactInformation::set_email_addresses`

use api::{Cx, Effect, Function, Input, Needs, Result, Secret, reply};

/// `ContactInformation::set_email_addresses`.
#[derive(Input)]
pub struct Params {
    /// The address: list.
    pub address: String,
    /// The old address: list.
    pub old_address: String,
    /// The password.
    pub password: Secret,
}

/// See [`Params`].
pub struct SetEmailAddresses;

impl Function for SetEmailAddresses {
    const NAME: &'static str = "set_email_addresses";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
