//! `get_autossl_pending_queue_for_domain`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result, Value, reply};

/// Lists certificate requests that AutoSSL waits for, one domain.
#[derive(Input)]
pub struct Params {
    /// The domain: guess, from `get_autossl_problems_for_domain`.
    pub domain: DomainName,
}

/// What `get_autossl_pending_queue_for_domain` answers.
#[derive(Output)]
pub struct Reply {
    /// The pending queue.
    pub pending_queue: Vec<PendingQueue>,
}

/// One item of `pending_queue`.
#[derive(Output)]
pub struct PendingQueue {
    /// The csr.
    #[param(absent)]
    pub csr: Option<String>,
    /// The domains.
    #[param(absent)]
    pub domains: Option<Vec<String>>,
    /// The order item ID.
    #[param(absent)]
    pub order_item_id: Option<Value>,
    /// The provider.
    #[param(absent)]
    pub provider: Option<String>,
    /// The queued time.
    #[param(absent)]
    pub queued_time: Option<String>,
    /// The username.
    #[param(absent)]
    pub username: Option<String>,
    /// The virtual host name.
    #[param(absent)]
    pub vhost_name: Option<String>,
}

/// See [`Params`].
pub struct GetAutosslPendingQueueForDomain;

impl Function for GetAutosslPendingQueueForDomain {
    const NAME: &'static str = "get_autossl_pending_queue_for_domain";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SslInfo, Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
