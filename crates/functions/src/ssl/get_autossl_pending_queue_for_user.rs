//! `get_autossl_pending_queue_for_user`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, UserName, Value, reply};

/// Lists certificate requests that AutoSSL waits for, one user.
#[derive(Input)]
pub struct Params {
    /// The username: guess, from `get_autossl_problems_for_user`.
    pub username: UserName,
}

/// What `get_autossl_pending_queue_for_user` answers.
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
pub struct GetAutosslPendingQueueForUser;

impl Function for GetAutosslPendingQueueForUser {
    const NAME: &'static str = "get_autossl_pending_queue_for_user";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SslInfo, Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
