//! `generate_mobileconfig`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Builds an Apple configuration profile for an email account.
#[derive(Input)]
pub struct Params {
    /// Username of the email account.
    pub account: String,
    /// The use SSL flag: 0 or 1.
    pub use_ssl: Flag,
    /// Comma list of the values; others are ignored.
    #[param(default = "email,caldav,carddav")]
    pub selected_account_services: String,
}

/// What `generate_mobileconfig` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: String,
}

/// See [`Params`].
pub struct GenerateMobileconfig;

impl Function for GenerateMobileconfig {
    const NAME: &'static str = "generate_mobileconfig";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::GenerateEmailConfig]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
