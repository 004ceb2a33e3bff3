//! `ticket_update_service_agreement_approval`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Records that the user accepted the support agreement.
#[derive(Input)]
pub struct Params {
    /// Version from `ticket_get_support_agreement`, e.g. `2020-04.v01.TSUPPORT`.
    pub version: String,
}

/// See [`Params`].
pub struct TicketUpdateServiceAgreementApproval;

impl Function for TicketUpdateServiceAgreementApproval {
    const NAME: &'static str = "ticket_update_service_agreement_approval";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
