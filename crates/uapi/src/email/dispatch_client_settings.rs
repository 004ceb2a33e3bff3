//! `Email::dispatch_client_settings`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// Mails a mailbox's client settings to an address.
#[derive(Input)]
pub struct Params {
    /// Local account name or address.
    pub account: String,
    /// The to: where to send.
    pub to: EmailAddress,
}

/// See [`Params`].
pub struct DispatchClientSettings;

impl Function for DispatchClientSettings {
    const NAME: &'static str = "dispatch_client_settings";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
