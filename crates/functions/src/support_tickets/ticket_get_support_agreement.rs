//! `ticket_get_support_agreement`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, reply};

/// Returns the vendor's support agreement and the user's acceptance.
#[derive(Input)]
pub struct Params;

/// What `ticket_get_support_agreement` answers.
#[derive(Output)]
pub struct Reply {
    /// The accepted flag: 0 or 1.
    pub accepted: Flag,
    /// Accepted date, as a Unix time.
    pub accepted_date: Option<UnixTime>,
    /// The accepted date human.
    pub accepted_date_human: Option<String>,
    /// The body.
    pub body: String,
    /// Create date, as a Unix time.
    pub create_date: UnixTime,
    /// The create date human.
    pub create_date_human: String,
    /// The download URL.
    pub download_url: String,
    /// The title.
    pub title: String,
    /// The version.
    pub version: String,
    /// The view URL.
    pub view_url: String,
}

/// See [`Params`].
pub struct TicketGetSupportAgreement;

impl Function for TicketGetSupportAgreement {
    const NAME: &'static str = "ticket_get_support_agreement";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
