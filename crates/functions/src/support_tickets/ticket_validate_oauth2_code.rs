//! `ticket_validate_oauth2_code`

use api::{Cx, Effect, Function, Input, Needs, Result, Url, reply};

/// Swaps an OAuth2 code for a portal token in the session.
#[derive(Input)]
pub struct Params {
    /// The code.
    pub code: String,
    /// Same as in the first OAuth2 request.
    pub redirect_uri: Url,
}

/// See [`Params`].
pub struct TicketValidateOauth2Code;

impl Function for TicketValidateOauth2Code {
    const NAME: &'static str = "ticket_validate_oauth2_code";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
