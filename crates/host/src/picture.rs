//! Codes as pictures of squares, for a camera.

use qrcode::QrCode;
use qrcode::render::svg;
use qrcode::render::unicode::Dense1x2;

/// The picture of a code; none where it is too long for one. Codes are read in either case, and capitals fit a smaller picture.
fn picture(code: &str) -> Option<QrCode> {
    QrCode::new(code.to_uppercase().as_bytes()).ok()
}

/// A code as a picture (SVG).
pub fn drawn(code: &str) -> Option<String> {
    picture(code).map(|picture| picture.render::<svg::Color<'_>>().min_dimensions(480, 480).build())
}

/// A code as a picture of letters, for a terminal.
pub fn squares(code: &str) -> Option<String> {
    picture(code).map(|picture| picture.render::<Dense1x2>().build())
}
