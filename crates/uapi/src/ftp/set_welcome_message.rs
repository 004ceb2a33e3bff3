//! `Ftp::set_welcome_message`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Sets the FTP welcome message.
#[derive(Input)]
pub struct Params {
    /// The message.
    pub message: String,
}

/// See [`Params`].
pub struct SetWelcomeMessage;

impl Function for SetWelcomeMessage {
    const NAME: &'static str = "set_welcome_message";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
