import RelaisFormats
import RelaisGeo
import RelaisWording

/// Layers whose columns people can read: in the file for GDAL, in the style for QGIS.
enum TitledLayers {
  static func titled(_ layers: [GeoPackageLayer], _ wording: Wording) -> [GeoPackageLayer] {
    layers.map { layer in
      var result = layer
      result.columns = layer.columns.map { column in
        var titled = column
        titled.title = column.title ?? wording.fieldTitle(column.name)
        return titled
      }
      result.style = layer.style.map { LayerStyle.named($0, result.columns) }
      return result
    }
  }
}
