//! `send_test_posturl`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Url, reply};

/// Send a test notification to a URL by HTTP POST.
#[derive(Input)]
pub struct Params {
    /// With query string; an https URL needs a valid certificate.
    pub url: Url,
}

/// What `send_test_posturl` answers.
#[derive(Output)]
pub struct Reply {
    /// The message ID.
    pub message_id: String,
}

/// See [`Params`].
pub struct SendTestPosturl;

impl Function for SendTestPosturl {
    const NAME: &'static str = "send_test_posturl";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
