//! `Email::generate_mailman_otp`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Makes a one-time password for a mailing list.
#[derive(Input)]
pub struct Params {
    /// The list.
    pub list: String,
}

/// See [`Params`].
pub struct GenerateMailmanOtp;

impl Function for GenerateMailmanOtp {
    const NAME: &'static str = "generate_mailman_otp";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = String;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
