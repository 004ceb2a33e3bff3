//! `Email::get_charsets`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Lists the character encodings the mail server supports.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetCharsets;

impl Function for GetCharsets {
    const NAME: &'static str = "get_charsets";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
