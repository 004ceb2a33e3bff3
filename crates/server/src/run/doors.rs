//! The listeners: bound before anything else, so that a port in use stops the start early, and
//! given to their servers last.

use std::{
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
};

use adapters::{
    embedded::{
        Machine, dns,
        web::{self, Speech},
    },
    system::SystemClock,
};
use api::{Error, Kind, Result, function::Settings, records::Service};
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::{
    net::{TcpListener, UdpSocket},
    task::JoinSet,
};

use super::{certificate::Paths, meter::Traffic, stop::Stop};
use crate::{
    Server,
    config::{Config, Ports},
    http::{self, Door},
    metrics,
};

/// How often a port that is free for UDP and not for TCP is given up for another one.
const TRIES: usize = 16;

/// The listeners that the configuration asks for.
pub(super) struct Doors {
    whm: Option<TcpListener>,
    whm_plain: Option<TcpListener>,
    cpanel: Option<TcpListener>,
    cpanel_plain: Option<TcpListener>,
    webmail: Option<TcpListener>,
    webmail_plain: Option<TcpListener>,
    dns: Option<(UdpSocket, TcpListener)>,
    web: Option<TcpListener>,
    web_tls: Option<TcpListener>,
    metrics: Option<TcpListener>,
}

/// The sockets of DNS, of the sites, and of the sites over TLS.
type MachineSockets = (Option<(UdpSocket, TcpListener)>, Option<TcpListener>, Option<TcpListener>);

/// What the listeners' servers need beside the server itself.
pub(super) struct Behind {
    pub(super) certificate: Paths,
    pub(super) traffic: Arc<Traffic>,
    pub(super) figures: PrometheusHandle,
}

impl Doors {
    /// Binds them all.
    pub(super) async fn bind(config: &Config) -> Result<Self> {
        let (ports, at) = (config.ports, config.listen);
        let loopback = if at.is_loopback() { at } else { IpAddr::V4(Ipv4Addr::LOCALHOST) };
        Ok(Self {
            whm: listener("whm", at, ports.whm).await?,
            whm_plain: listener("whm-plain", at, ports.whm_plain).await?,
            cpanel: listener("cpanel", at, ports.cpanel).await?,
            cpanel_plain: listener("cpanel-plain", at, ports.cpanel_plain).await?,
            webmail: listener("webmail", at, ports.webmail).await?,
            webmail_plain: listener("webmail-plain", at, ports.webmail_plain).await?,
            dns: dns_sockets(at, ports.dns).await?,
            web: listener("web", at, ports.web).await?,
            web_tls: listener("web-tls", at, ports.web_tls).await?,
            metrics: listener("metrics", loopback, ports.metrics).await?,
        })
    }

    /// Where they are, each by its name.
    pub(super) fn addresses(&self) -> Vec<(&'static str, SocketAddr)> {
        let dns = self.dns.as_ref().map(|(_, tcp)| tcp);
        [
            ("whm", self.whm.as_ref()),
            ("whm-plain", self.whm_plain.as_ref()),
            ("cpanel", self.cpanel.as_ref()),
            ("cpanel-plain", self.cpanel_plain.as_ref()),
            ("webmail", self.webmail.as_ref()),
            ("webmail-plain", self.webmail_plain.as_ref()),
            ("dns", dns),
            ("web", self.web.as_ref()),
            ("web-tls", self.web_tls.as_ref()),
            ("metrics", self.metrics.as_ref()),
        ]
        .into_iter()
        .filter_map(|(name, listener)| Some((name, listener?.local_addr().ok()?)))
        .collect()
    }

    /// Has the next start bind the ports that were bound, where any free one was asked for.
    pub(super) fn pin(&self, ports: &mut Ports) {
        let dns = self.dns.as_ref().map(|(_, tcp)| tcp);
        for (port, listener) in [
            (&mut ports.whm, self.whm.as_ref()),
            (&mut ports.whm_plain, self.whm_plain.as_ref()),
            (&mut ports.cpanel, self.cpanel.as_ref()),
            (&mut ports.cpanel_plain, self.cpanel_plain.as_ref()),
            (&mut ports.webmail, self.webmail.as_ref()),
            (&mut ports.webmail_plain, self.webmail_plain.as_ref()),
            (&mut ports.dns, dns),
            (&mut ports.web, self.web.as_ref()),
            (&mut ports.web_tls, self.web_tls.as_ref()),
            (&mut ports.metrics, self.metrics.as_ref()),
        ] {
            let bound = listener.and_then(|listener| listener.local_addr().ok());
            *port = bound.map(|address| address.port());
        }
    }

    /// Tells the functions which ports URLs must name.
    pub(super) fn settle(&self, settings: &mut Settings) {
        let port = |listener: &Option<TcpListener>| {
            listener.as_ref().and_then(|it| it.local_addr().ok()).map(|address| address.port())
        };
        let [whm, cpanel, webmail] = &mut settings.service_ports;
        *whm = port(&self.whm).unwrap_or(*whm);
        *cpanel = port(&self.cpanel).unwrap_or(*cpanel);
        *webmail = port(&self.webmail).unwrap_or(*webmail);
        settings.web_ports.0 = port(&self.web).unwrap_or(settings.web_ports.0);
        settings.web_ports.1 = port(&self.web_tls).unwrap_or(settings.web_ports.1);
    }

    /// Gives each listener to its server; they end after `stop`. This is the one place where the
    /// listeners of the front meet its code.
    pub(super) fn open(
        self,
        server: &Arc<Server>,
        behind: Behind,
        stop: &Stop,
    ) -> Result<JoinSet<()>> {
        let mut served = JoinSet::new();
        let tls = http::tls::load(&behind.certificate.certificate, &behind.certificate.key)
            .map_err(|cause| Error::new(Kind::Unavailable, cause.to_string()).because(cause))?;
        for (listener, service, secure) in [
            (self.whm, Service::Whm, true),
            (self.whm_plain, Service::Whm, false),
            (self.cpanel, Service::Cpanel, true),
            (self.cpanel_plain, Service::Cpanel, false),
            (self.webmail, Service::Webmail, true),
            (self.webmail_plain, Service::Webmail, false),
        ] {
            let Some(listener) = listener else { continue };
            let door = Door { service, secure };
            let tls = secure.then(|| Arc::clone(&tls));
            let server = Arc::clone(server);
            served.spawn(http::listen::serve(server, door, listener, tls, stop.wait()));
        }
        if let Some(machine) = server.machine.own() {
            let sockets = (self.dns, self.web, self.web_tls);
            serve_machine(machine, sockets, tls, &behind.traffic, (stop, &mut served));
        }
        if let Some(listener) = self.metrics {
            let figures = metrics::serve(listener, behind.figures, stop.wait());
            served.spawn(logged("metrics", figures));
        }
        Ok(served)
    }
}

/// The sandbox's own DNS server and web server.
fn serve_machine(
    machine: &Arc<Machine>,
    (dns, web, web_tls): MachineSockets,
    tls: Arc<tokio_rustls::rustls::ServerConfig>,
    traffic: &Arc<Traffic>,
    (stop, served): (&Stop, &mut JoinSet<()>),
) {
    if let Some((udp, tcp)) = dns {
        let (zones, clock) = (Arc::<Machine>::clone(machine), Arc::new(SystemClock));
        served.spawn(logged("dns", dns::serve(udp, tcp, zones, clock, stop.wait())));
    }
    let tls_port = web_tls.as_ref().and_then(|listener| listener.local_addr().ok());
    let plain = Speech::Plain { tls_port: tls_port.map(|address| address.port()) };
    for (listener, speech) in [(web, plain), (web_tls, Speech::Tls(tls))] {
        let Some(listener) = listener else { continue };
        let (machine, meter) = (Arc::clone(machine), traffic.meter());
        served.spawn(web::serve(listener, machine, meter, speech, stop.wait()));
    }
}

async fn logged(name: &'static str, serve: impl Future<Output = io::Result<()>>) {
    if let Err(cause) = serve.await {
        tracing::error!(name, %cause, "a listener ended");
    }
}

async fn listener(name: &str, at: IpAddr, port: Option<u16>) -> Result<Option<TcpListener>> {
    let Some(port) = port else { return Ok(None) };
    let bound = TcpListener::bind((at, port)).await;
    bound.map(Some).map_err(|cause| in_use(name, at, port, cause))
}

/// The DNS server's two sockets, on one port.
async fn dns_sockets(at: IpAddr, port: Option<u16>) -> Result<Option<(UdpSocket, TcpListener)>> {
    let Some(port) = port else { return Ok(None) };
    let mut tries = if port == 0 { TRIES } else { 1 };
    loop {
        tries -= 1;
        match both(at, port).await {
            Ok(sockets) => return Ok(Some(sockets)),
            Err(cause) if tries == 0 => return Err(in_use("dns", at, port, cause)),
            Err(_) => {}
        }
    }
}

async fn both(at: IpAddr, port: u16) -> io::Result<(UdpSocket, TcpListener)> {
    let udp = UdpSocket::bind((at, port)).await?;
    let tcp = TcpListener::bind((at, udp.local_addr()?.port())).await?;
    Ok((udp, tcp))
}

fn in_use(name: &str, at: IpAddr, port: u16, cause: io::Error) -> Error {
    let advice = match cause.kind() {
        io::ErrorKind::AddrNotAvailable => {
            "Name an address of this machine with --listen ADDR.".to_owned()
        }
        _ => format!(
            "Choose another port with --{name}-port PORT, any free one with 0, or none with off."
        ),
    };
    let place = SocketAddr::new(at, port);
    let message = format!("The listener {name} cannot be on {place}: {cause}. {advice}");
    Error::new(Kind::Unavailable, message).because(cause)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Environment, Given, Port, resolve};

    fn config(folder: &std::path::Path, whm: u16) -> Config {
        let (free, off) = (Some(Port(Some(0))), Some(Port(None)));
        let given = Given {
            data: Some(folder.to_owned()),
            whm_port: Some(Port(Some(whm))),
            cpanel_port: off,
            webmail_port: off,
            dns_port: free,
            web_port: free,
            web_tls_port: free,
            metrics_port: off,
            ..Given::default()
        };
        resolve(given, None, &Environment::default()).unwrap()
    }

    #[tokio::test]
    async fn urls_name_the_ports_that_were_bound() {
        let folder = tempfile::tempdir().unwrap();
        let config = config(folder.path(), 0);
        let doors = Doors::bind(&config).await.unwrap();
        let addresses = doors.addresses();
        assert_eq!(
            addresses.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
            ["whm", "dns", "web", "web-tls"]
        );
        let mut ports = config.ports;
        doors.pin(&mut ports);
        let whm = addresses.iter().find(|(name, _)| *name == "whm").map(|(_, at)| at.port());
        assert_eq!((ports.whm, ports.cpanel), (whm, None));
        let mut settings = config.settings.clone();
        doors.settle(&mut settings);
        assert_eq!(settings.service_ports, [addresses[0].1.port(), 2083, 2096]);
        assert_eq!(settings.web_ports, (addresses[2].1.port(), addresses[3].1.port()));
    }

    #[tokio::test]
    async fn a_port_in_use_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let taken = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = taken.local_addr().unwrap().port();
        let said = Doors::bind(&config(folder.path(), port)).await.err().unwrap().to_string();
        assert!(said.contains("--whm-port") && said.contains(&port.to_string()), "{said}");
    }
}
