//! `Ftp::get_welcome_message`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Shows the FTP welcome message.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetWelcomeMessage;

impl Function for GetWelcomeMessage {
    const NAME: &'static str = "get_welcome_message";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = String;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
