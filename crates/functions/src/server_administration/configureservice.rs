//! `configureservice`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Result, Word, reply};

/// Enable or disable a service and its monitoring.
#[derive(Input)]
pub struct Params {
    /// The service.
    pub service: Service,
    /// Enabled: left out: no change.
    pub enabled: Option<Flag>,
    /// Port, or ports with commas; read only for `service=exim-altport`.
    #[param(name = "exim-altportnum", default = "26")]
    pub exim_altportnum: String,
    /// Monitored: left out: no change.
    pub monitored: Option<Flag>,
}

/// What `service` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Service {
    /// `apache_php_fpm`.
    #[word("apache_php_fpm")]
    ApachePhpFpm,
    /// `cpanel-dovecot-solr`.
    #[word("cpanel-dovecot-solr")]
    CpanelDovecotSolr,
    /// `cpanel_php_fpm`.
    #[word("cpanel_php_fpm")]
    CpanelPhpFpm,
    /// `cpanellogd`.
    #[word("cpanellogd")]
    Cpanellogd,
    /// `cpdavd`.
    #[word("cpdavd")]
    Cpdavd,
    /// `cphulkd`.
    #[word("cphulkd")]
    Cphulkd,
    /// `cpsrvd`.
    #[word("cpsrvd")]
    Cpsrvd,
    /// `crond`.
    #[word("crond")]
    Crond,
    /// `dnsadmin`.
    #[word("dnsadmin")]
    Dnsadmin,
    /// `exim`.
    #[word("exim")]
    Exim,
    /// `exim-altport`.
    #[word("exim-altport")]
    EximAltport,
    /// `ftpd`.
    #[word("ftpd")]
    Ftpd,
    /// `httpd`.
    #[word("httpd")]
    Httpd,
    /// `imap`.
    #[word("imap")]
    Imap,
    /// `ipaliases`.
    #[word("ipaliases")]
    Ipaliases,
    /// `lmtp`.
    #[word("lmtp")]
    Lmtp,
    /// `mailman`.
    #[word("mailman")]
    Mailman,
    /// `mysql`.
    #[word("mysql")]
    Mysql,
    /// `named`.
    #[word("named")]
    Named,
    /// `nscd`.
    #[word("nscd")]
    Nscd,
    /// `p0f`.
    #[word("p0f")]
    P0f,
    /// `pop`.
    #[word("pop")]
    Pop,
    /// `postgresql`.
    #[word("postgresql")]
    Postgresql,
    /// `queueprocd`.
    #[word("queueprocd")]
    Queueprocd,
    /// `rsyslogd`.
    #[word("rsyslogd")]
    Rsyslogd,
    /// `spamd`.
    #[word("spamd")]
    Spamd,
    /// `sshd`.
    #[word("sshd")]
    Sshd,
}

/// See [`Params`].
pub struct Configureservice;

impl Function for Configureservice {
    const NAME: &'static str = "configureservice";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Clustering]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
