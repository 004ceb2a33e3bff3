//! `Sitejet::get_all_user_sitejet_info`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, reply};

/// `Sitejet::get_all_user_sitejet_info`.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
    /// The metadata.
    pub metadata: Metadata,
    /// The quota.
    pub quota: Quota,
    /// The redirection enabled flag: 0 or 1.
    pub redirection_enabled: Flag,
    /// The shared doc root flag: 0 or 1.
    pub shared_doc_root: Flag,
    /// Whether it is restore point available.
    pub is_restore_point_available: Flag,
    /// The status.
    pub status: Status,
}

/// The metadata.
#[derive(Output)]
pub struct Metadata {
    /// The company.
    pub company: String,
    /// The cPanel domain GUID.
    #[param(name = "cpanelDomainGUID")]
    pub cpanel_domain_guid: String,
    /// The fullcms flag: 0 or 1.
    pub fullcms: Flag,
    /// The language.
    pub language: String,
    /// Latest publish date, as a Unix time.
    pub latest_publish_date: UnixTime,
    /// The publish status flag: 0 or 1.
    pub publish_status: Flag,
    /// The website ID.
    #[param(name = "websiteId")]
    pub website_id: i64,
}

/// The quota.
#[derive(Output)]
pub struct Quota {
    /// The available space.
    pub available_space: i64,
    /// The can backup flag: 0 or 1.
    pub can_backup: Flag,
    /// Whether it is empty document root.
    pub is_empty_docroot: Flag,
    /// The required space.
    pub required_space: i64,
}

/// The status.
#[derive(Output)]
pub struct Status {
    /// Whether it has sitejet published.
    pub has_sitejet_published: Flag,
    /// Whether it has sitejet website.
    pub has_sitejet_website: Flag,
    /// Whether it is sitejet.
    pub is_sitejet: Flag,
}

/// See [`Params`].
pub struct GetAllUserSitejetInfo;

impl Function for GetAllUserSitejetInfo {
    const NAME: &'static str = "get_all_user_sitejet_info";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
