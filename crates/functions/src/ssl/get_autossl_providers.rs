//! `get_autossl_providers`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Lists the AutoSSL providers.
#[derive(Input)]
pub struct Params;

/// What `get_autossl_providers` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: Vec<Payload>,
}

/// One item of `payload`.
#[derive(Output)]
pub struct Payload {
    /// The display name.
    pub display_name: String,
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The module name.
    pub module_name: String,
    /// The specs.
    pub specs: Specs,
    /// The x account ID.
    #[param(absent)]
    pub x_account_id: Option<String>,
    /// The x terms of service.
    #[param(absent)]
    pub x_terms_of_service: Option<String>,
    /// The x terms of service accepted flag: 0 or 1.
    #[param(absent)]
    pub x_terms_of_service_accepted: Option<Flag>,
}

/// The specs.
#[derive(Output)]
pub struct Specs {
    /// The average delivery time.
    #[param(name = "AVERAGE_DELIVERY_TIME")]
    pub average_delivery_time: i64,
    /// The dcv methods.
    #[param(name = "DCV_METHODS")]
    pub dcv_methods: Vec<DcvMethods>,
    /// The delivery method.
    #[param(name = "DELIVERY_METHOD")]
    pub delivery_method: DeliveryMethod,
    /// The HTTP dcv max redirects.
    #[param(name = "HTTP_DCV_MAX_REDIRECTS")]
    pub http_dcv_max_redirects: i64,
    /// The max domains per certificate.
    #[param(name = "MAX_DOMAINS_PER_CERTIFICATE")]
    pub max_domains_per_certificate: i64,
    /// The rate limit certificates per registered domain per week.
    #[param(name = "RATE_LIMIT_CERTIFICATES_PER_REGISTERED_DOMAIN_PER_WEEK")]
    pub rate_limit_certificates_per_registered_domain_per_week: i64,
    /// The supports ancestor dcv flag: 0 or 1.
    #[param(name = "SUPPORTS_ANCESTOR_DCV")]
    pub supports_ancestor_dcv: Flag,
    /// The supports wildcard flag: 0 or 1.
    #[param(name = "SUPPORTS_WILDCARD")]
    pub supports_wildcard: Flag,
    /// The validity period.
    #[param(name = "VALIDITY_PERIOD")]
    pub validity_period: i64,
}

/// What `DCV_METHODS` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum DcvMethods {
    /// `dns`.
    #[word("dns")]
    Dns,
    /// `http`.
    #[word("http")]
    Http,
}

/// What `DELIVERY_METHOD` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum DeliveryMethod {
    /// `queue`.
    #[word("queue")]
    Queue,
    /// `api`.
    #[word("api")]
    Api,
}

/// See [`Params`].
pub struct GetAutosslProviders;

impl Function for GetAutosslProviders {
    const NAME: &'static str = "get_autossl_providers";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
