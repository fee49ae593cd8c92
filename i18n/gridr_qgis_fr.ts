<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>gridr</name>
    <message>
      <source>Parameters</source>
      <translation>Paramètres</translation>
    </message>
    <message>
      <source>&lt;p&gt;&lt;b&gt;{label}&lt;/b&gt; ({name}): {help}&lt;/p&gt;</source>
      <translation>&lt;p&gt;&lt;b&gt;{label}&lt;/b&gt; ({name}) : {help}&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Cancelled. Older results are as they were.</source>
      <translation>Annulé. Les anciens résultats sont inchangés.</translation>
    </message>
    <message>
      <source>Build mask</source>
      <translation>Construire un masque</translation>
    </message>
    <message>
      <source>Makes a mask of polygons and a raster mask, at any resolution.</source>
      <translation>Crée un masque à partir de polygones et d'un masque raster, à toute résolution.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Makes one &lt;b&gt;mask&lt;/b&gt; of polygons and of a raster mask: 1 where all of them say valid, 0 elsewhere. &lt;i&gt;Resample raster through a grid&lt;/i&gt; takes it as a source mask or as a grid mask; so do other programs. Use it to see a mask before you resample with it, to use it many times, or where the masks are of different resolutions.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Réunit des polygones et un masque raster en un seul &lt;b&gt;masque&lt;/b&gt; : 1 là où tous indiquent un pixel valide, 0 ailleurs. &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt; l'accepte comme masque de la source ou comme masque de la grille ; d'autres logiciels aussi. Utile pour voir un masque avant de rééchantillonner, pour s'en servir plusieurs fois, ou lorsque les masques sont de résolutions différentes.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The &lt;b&gt;template&lt;/b&gt; gives the mask its size and its place on the map. At resolution 1 the mask has the template's pixels. At resolution R the template's pixels are nodes, R pixels of the mask apart, as in a grid: n rows of nodes give (n - 1) x R + 1 rows.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le &lt;b&gt;raster de référence&lt;/b&gt; donne au masque sa taille et sa place sur la carte. À la résolution 1, le masque a les mêmes pixels. À la résolution R, les pixels du raster de référence sont des nœuds, distants de R pixels du masque, comme dans une grille : n lignes de nœuds donnent (n - 1) × R + 1 lignes.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;Valid and invalid pixels&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Pixels valides et invalides&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;A pixel of the mask is valid if its centre is inside a valid polygon (if there is such a layer), in no invalid polygon, and all nodes of the raster mask that surround it are valid; a pixel on a node needs that node only. A node that weighs up to a thousandth in the pixel does not matter. A centre on the contour of a polygon is inside.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Un pixel du masque est valide si son centre est à l'intérieur d'un polygone valide (s'il existe une telle couche), n'est dans aucun polygone invalide, et si tous les nœuds du masque raster qui l'entourent sont valides ; un pixel situé sur un nœud ne dépend que de ce nœud. Un nœud dont le poids dans le pixel ne dépasse pas un millième ne compte pas. Un centre situé sur le contour d'un polygone est à l'intérieur.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;A raster mask is compared with &lt;i&gt;Raster mask: value that means valid&lt;/i&gt; only; its own nodata value plays no part.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Un masque raster n'est comparé qu'à &lt;i&gt;Masque raster : valeur signifiant valide&lt;/i&gt; ; sa propre valeur nodata ne joue aucun rôle.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;Limits&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Limites&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The output is a GeoTIFF of one band of one bit. It may be of any size; it does not depend on memory or threads.&lt;/p&gt;</source>
      <translation>&lt;p&gt;La sortie est un GeoTIFF d'une bande d'un bit. Sa taille est quelconque ; le résultat ne dépend ni de la mémoire ni des fils d'exécution.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Masks</source>
      <translation>Masques</translation>
    </message>
    <message>
      <source>mask,valid,invalid,polygon,rasterize,clip,nodata,grid,resolution</source>
      <translation>masque,mask,valide,invalide,polygone,polygon,rastériser,rasterize,découper,clip,nodata,grille,grid,résolution</translation>
    </message>
    <message>
      <source>Template raster</source>
      <translation>Raster de référence</translation>
    </message>
    <message>
      <source>Raster that gives the mask its size and its place on the map; its values do not matter. Not set: the raster mask.</source>
      <translation>Raster qui donne au masque sa taille et sa place sur la carte ; ses valeurs n'importent pas. Non renseigné : le masque raster.</translation>
    </message>
    <message>
      <source>Raster mask</source>
      <translation>Masque raster</translation>
    </message>
    <message>
      <source>Raster of as many rows and columns as the template, that says which of its pixels are valid. Not set: all.</source>
      <translation>Raster d'autant de lignes et de colonnes que le raster de référence, qui indique lesquels de ses pixels sont valides. Non renseigné : tous.</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>Masque</translation>
    </message>
    <message>
      <source>GeoTIFF with one band of one bit: 1 for valid pixels, 0 for others.</source>
      <translation>GeoTIFF d'une bande d'un bit : 1 pour les pixels valides, 0 pour les autres.</translation>
    </message>
    <message>
      <source>map: on the map, in the layer's own coordinate system, which is taken to the template's; over a template without georeference as QGIS draws the mask (x = column, y = -row of the corners of pixels). pixel: x = column, y = row of the mask, where (0, 0) is the centre of the first pixel.</source>
      <translation>map : sur la carte, dans le système de coordonnées de la couche, converti dans celui du raster de référence ; si ce dernier est sans géoréférencement, comme QGIS dessine le masque (x = colonne, y = -ligne des coins des pixels). pixel : x = colonne, y = ligne du masque, où (0, 0) est le centre du premier pixel.</translation>
    </message>
    <message>
      <source>Resolution in rows [pixels of the mask]</source>
      <translation>Résolution en lignes [pixels du masque]</translation>
    </message>
    <message>
      <source>Rows of the mask from one row of the template to the next.</source>
      <translation>Lignes du masque d'une ligne du raster de référence à la suivante.</translation>
    </message>
    <message>
      <source>Resolution in columns [pixels of the mask]</source>
      <translation>Résolution en colonnes [pixels du masque]</translation>
    </message>
    <message>
      <source>Columns of the mask from one column of the template to the next.</source>
      <translation>Colonnes du masque d'une colonne du raster de référence à la suivante.</translation>
    </message>
    <message>
      <source>{source} mask</source>
      <translation>{source} masque</translation>
    </message>
    <message>
      <source>Check environment</source>
      <translation>Vérifier l'environnement</translation>
    </message>
    <message>
      <source>Tells versions, memory and cache, and tests every interpolation.</source>
      <translation>Indique les versions, la mémoire et le cache, et teste chaque interpolation.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Tells what GridR finds here: versions of QGIS, Python and all libraries, memory and processors, and the folder of compiled kernels. Then it tests every interpolation on a small raster with known values, in memory and on files.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Indique ce que GridR trouve ici : versions de QGIS, de Python et de toutes les bibliothèques, mémoire et processeurs, dossier des noyaux compilés. Teste ensuite chaque interpolation sur un petit raster de valeurs connues, en mémoire et sur des fichiers.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The text is made to be pasted into a bug report. It runs, too, where libraries are missing, and says how to install them.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le texte est fait pour être collé dans un rapport d'anomalie. L'algorithme fonctionne aussi là où des bibliothèques manquent, et indique comment les installer.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;Compiled kernels&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Noyaux compilés&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Runs begin at once: NumPy computes, with the same results as the faster compiled kernels, which take over when they are loaded. The first long run of an interpolation with a type of data has them compiled beside it, some 10 to 20 seconds; they are kept on disk for later. &lt;i&gt;Compile now&lt;/i&gt; does that for every interpolation and the usual types of data, which takes some minutes and can be cancelled: what is compiled by then stays. If results look wrong after an update of the system, clear that cache once. Its folder, and who computes, are set in the Processing options, under &lt;i&gt;Providers&lt;/i&gt;.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les traitements commencent tout de suite : NumPy calcule, avec les mêmes résultats que les noyaux compilés, plus rapides, qui prennent le relais dès qu'ils sont chargés. Le premier traitement long d'une interpolation avec un type de données les fait compiler à côté, en 10 à 20 secondes environ ; ils sont conservés sur le disque pour la suite. &lt;i&gt;Compiler maintenant&lt;/i&gt; le fait pour toutes les interpolations et les types de données usuels, ce qui prend quelques minutes et peut être annulé : ce qui est compilé jusque-là reste. Si des résultats paraissent faux après une mise à jour du système, videz ce cache une fois. Son dossier, et qui calcule, se règlent dans les options de traitement, sous &lt;i&gt;Fournisseurs de traitements&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The test takes about two seconds. Compiled kernels are tested where they are compiled.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le test prend environ deux secondes. Les noyaux compilés sont testés là où ils sont compilés.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>Outils</translation>
    </message>
    <message>
      <source>environment,check,version,library,numba,rasterio,install,bug,report,test,diagnose,cache,clear,kernel,compile</source>
      <translation>environnement,environment,vérifier,diagnostic,check,version,bibliothèque,library,numba,rasterio,installer,install,anomalie,bogue,bug,rapport,report,test,cache,vider,clear,noyau,kernel,compiler</translation>
    </message>
    <message>
      <source>Clear the cache of compiled kernels first</source>
      <translation>Vider d'abord le cache des noyaux compilés</translation>
    </message>
    <message>
      <source>Removes all kernels that are kept on disk; what the next runs need is compiled anew, once.</source>
      <translation>Supprime tous les noyaux conservés sur le disque ; ce dont les prochaines exécutions ont besoin est compilé à nouveau, une fois.</translation>
    </message>
    <message>
      <source>Compile now what most runs use</source>
      <translation>Compiler maintenant ce qui est usuel</translation>
    </message>
    <message>
      <source>Every interpolation for 8-bit and 16-bit integers and 32-bit floats, as far as it is not compiled yet.</source>
      <translation>Toutes les interpolations pour les entiers de 8 et 16 bits et les flottants de 32 bits, si elles ne sont pas encore compilées.</translation>
    </message>
    <message>
      <source>Text for a bug report</source>
      <translation>Texte pour un rapport d'anomalie</translation>
    </message>
    <message>
      <source>Whether all is well</source>
      <translation>Indique si tout va bien</translation>
    </message>
    <message>
      <source>Grid from georeference, control points or RPCs</source>
      <translation>Grille d'après géoréférence, points d'appui ou RPC</translation>
    </message>
    <message>
      <source>Makes the grid that brings a raster to a map or onto another raster.</source>
      <translation>Fait la grille qui amène un raster sur une carte ou sur un autre raster.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Makes the &lt;b&gt;grid&lt;/b&gt; with which &lt;i&gt;Resample raster through a grid&lt;/i&gt; brings a raster to a coordinate system, or onto the pixels of another raster. The source lies on the map by its geotransform, by control points, or by rational polynomials (RPCs) as satellite images have them; with a DEM these make an orthoimage.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Fait la &lt;b&gt;grille&lt;/b&gt; avec laquelle &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt; amène un raster dans un système de coordonnées, ou sur les pixels d'un autre raster. La source est placée sur la carte par sa géotransformation, par des points d'appui, ou par des polynômes rationnels (RPC) comme en ont les images satellite ; avec un MNT, ceux-ci donnent une orthoimage.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The &lt;b&gt;target&lt;/b&gt; is a template raster, or a coordinate system with an extent and a pixel size. What of these is not set is taken as gdalwarp takes it, to the last digit. The grid covers the target exactly: its tags tell the resampling the resolution and the size of the output.&lt;/p&gt;</source>
      <translation>&lt;p&gt;La &lt;b&gt;cible&lt;/b&gt; est un raster modèle, ou un système de coordonnées avec une emprise et une taille de pixel. Ce qui n'en est pas renseigné est pris comme gdalwarp le prend, au dernier chiffre près. La grille couvre exactement la cible : ses étiquettes disent au rééchantillonnage la résolution et la taille de la sortie.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;h3&gt;How exact it is&lt;/h3&gt;</source>
      <translation>&lt;h3&gt;Exactitude&lt;/h3&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Nodes have the exact position. Between them it is interpolated, so the &lt;b&gt;resolution&lt;/b&gt; is chosen: the coarsest one where no position is off by more than the tolerance, which is checked all over the target. Where positions end (a horizon, the border of a DEM) each pixel becomes a node, and none is lost. &lt;i&gt;Largest error between nodes&lt;/i&gt; tells what was found.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les nœuds ont la position exacte. Entre eux, elle est interpolée ; la &lt;b&gt;résolution&lt;/b&gt; est donc choisie : la plus grossière où aucune position ne s'écarte de plus que la tolérance, ce qui est vérifié sur toute la cible. Là où les positions s'arrêtent (un horizon, le bord d'un MNT), chaque pixel devient un nœud, et aucun n'est perdu. &lt;i&gt;Plus grande erreur entre les nœuds&lt;/i&gt; dit ce qui a été trouvé.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Nodes that have no position are nodata (NaN), and 0 in the mask. Positions outside the source are kept, as borders need them.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les nœuds sans position sont nodata (NaN), et 0 dans le masque. Les positions hors de la source sont gardées, car les bords en ont besoin.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Control points are fitted in their own coordinate system, as gdalwarp does. Heights are above the ellipsoid: look at &lt;i&gt;DEM: heights count from&lt;/i&gt;. A grid over rough ground has about as many nodes as the target has pixels.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les points d'appui sont ajustés dans leur propre système de coordonnées, comme le fait gdalwarp. Les altitudes sont au-dessus de l'ellipsoïde : voir &lt;i&gt;MNT : origine des altitudes&lt;/i&gt;. Une grille sur un relief accidenté a à peu près autant de nœuds que la cible a de pixels.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Grids</source>
      <translation>Grilles</translation>
    </message>
    <message>
      <source>grid,make,reproject,warp,orthorectify,orthoimage,RPC,DEM,control points,GCP,georeference,register,coordinate system,template</source>
      <translation>grille,grid,faire,make,reprojeter,reproject,warp,orthorectifier,orthorectify,orthoimage,RPC,MNT,DEM,points d'appui,control points,GCP,géoréférencer,georeference,recaler,register,système de coordonnées,coordinate system,modèle,template</translation>
    </message>
    <message>
      <source>Source raster</source>
      <translation>Raster source</translation>
    </message>
    <message>
      <source>Raster that lies on the map by a geotransform, control points or RPCs; its values do not matter.</source>
      <translation>Raster placé sur la carte par une géotransformation, des points d'appui ou des RPC ; ses valeurs n'importent pas.</translation>
    </message>
    <message>
      <source>Grid</source>
      <translation>Grille</translation>
    </message>
    <message>
      <source>GeoTIFF with two bands of Float64: row and column of the source, counted from the centre of its first pixel.</source>
      <translation>GeoTIFF à deux bandes Float64 : ligne et colonne de la source, comptées depuis le centre de son premier pixel.</translation>
    </message>
    <message>
      <source>Mask of the nodes</source>
      <translation>Masque des nœuds</translation>
    </message>
    <message>
      <source>GeoTIFF with one band of one bit: 1 for nodes that have a position.</source>
      <translation>GeoTIFF à une bande d'un bit : 1 pour les nœuds qui ont une position.</translation>
    </message>
    <message>
      <source>{source} grid</source>
      <translation>{source} grille</translation>
    </message>
    <message>
      <source>{source} grid mask</source>
      <translation>{source} masque de grille</translation>
    </message>
    <message>
      <source>Resample raster through a grid</source>
      <translation>Rééchantillonner un raster par une grille</translation>
    </message>
    <message>
      <source>Reads a raster at the rows and columns that a grid raster holds.</source>
      <translation>Lit un raster aux lignes et colonnes que contient un raster de grille.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Reads a source raster at the places that a &lt;b&gt;grid&lt;/b&gt; names. A grid can hold any geometry: a map projection, an orthorectification, a registration, a sensor model, a lens correction. Use it where you have such a grid, or can make one, and need every pixel at its exact place with one interpolation only. For a change of coordinate system alone, &lt;i&gt;Warp (reproject)&lt;/i&gt; is enough.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Lit un raster source aux endroits que désigne une &lt;b&gt;grille&lt;/b&gt;. Une grille peut contenir toute géométrie : projection cartographique, orthorectification, recalage, modèle de capteur, correction d'optique. Utile lorsqu'une telle grille existe, ou peut être calculée, et que chaque pixel doit être à sa place exacte par une seule interpolation. Pour un simple changement de système de coordonnées, &lt;i&gt;Projection (warp)&lt;/i&gt; suffit.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Each node of the grid holds a position in the source, counted in pixels: a row and a column, where (0, 0) is the &lt;i&gt;centre&lt;/i&gt; of the first pixel. Nodes are output pixels, &lt;i&gt;resolution&lt;/i&gt; pixels apart; between them the position is interpolated. A grid of n rows of nodes at resolution R gives (n - 1) x R + 1 rows. Place on the map and coordinate system of the output come from the grid; the source needs none.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Chaque nœud de la grille contient une position dans la source, comptée en pixels : une ligne et une colonne, où (0, 0) est le &lt;i&gt;centre&lt;/i&gt; du premier pixel. Les nœuds sont des pixels de la sortie, distants de &lt;i&gt;résolution&lt;/i&gt; pixels ; entre eux, la position est interpolée. Une grille de n lignes de nœuds à la résolution R donne (n - 1) × R + 1 lignes. La place sur la carte et le système de coordonnées de la sortie viennent de la grille ; la source n'en a pas besoin.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Source, grid and interpolation are enough. What the advanced parameters leave open (&lt;i&gt;Not set&lt;/i&gt;) comes from the rasters: bands and resolution from the grid's descriptions and tags, nodata and data type from the source.&lt;/p&gt;</source>
      <translation>&lt;p&gt;La source, la grille et l'interpolation suffisent. Ce que les paramètres avancés laissent ouvert (&lt;i&gt;Non renseigné&lt;/i&gt;) vient des rasters : bandes et résolution des descriptions et des métadonnées de la grille, valeur nodata et type de données de la source.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;An output pixel is valid if all nodes and all source pixels that enter it with a non-zero weight are valid and inside the source. Invalid nodes are those that are nodata, not finite, or invalid in the grid mask. Invalid source pixels are those that are not finite, that &lt;i&gt;Source: pixels made invalid by&lt;/i&gt; names (by default nodata in any band), that are invalid in the source mask, outside all polygons of valid pixels or inside one of invalid pixels. With B-splines their close neighbours are invalid, too.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Un pixel de sortie est valide si tous les nœuds et tous les pixels de la source qui y entrent avec un poids non nul sont valides et à l'intérieur de la source. Les nœuds invalides sont ceux qui sont nodata, non finis, ou invalides dans le masque de la grille. Les pixels invalides de la source sont ceux qui sont non finis, ceux que désigne &lt;i&gt;Source : pixels rendus invalides par&lt;/i&gt; (par défaut nodata dans une bande quelconque), ceux qui sont invalides dans le masque de la source, hors de tous les polygones de pixels valides ou dans un polygone de pixels invalides. Avec les B-splines, leurs proches voisins sont aussi invalides.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Invalid output pixels get the output's nodata value in all bands, and 0 in the validity mask. The mask tells them also where the output has no nodata value, or where a valid value happens to equal it.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les pixels de sortie invalides reçoivent la valeur nodata de la sortie dans toutes les bandes, et 0 dans le masque de validité. Le masque les indique aussi là où la sortie n'a pas de valeur nodata, ou lorsqu'une valeur valide lui est égale par hasard.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Outputs are GeoTIFFs. Sources of complex or 64-bit integer values are refused. Values are resampled raw; scale and offset of the bands go to the output. How the project shows a layer (style, additional nodata values) plays no part. Where the output is much coarser than the source, smooth the source first: each output pixel reads its nearest neighbourhood only. Rasters may be of any size; the result does not depend on memory or threads.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les sorties sont des GeoTIFF. Les sources de valeurs complexes ou entières sur 64 bits sont refusées. Les valeurs sont rééchantillonnées brutes ; l'échelle et le décalage des bandes passent à la sortie. La façon dont le projet affiche une couche (style, valeurs nodata supplémentaires) ne joue aucun rôle. Si la sortie est bien plus grossière que la source, lisser d'abord la source : chaque pixel de sortie ne lit que son voisinage le plus proche. Les rasters peuvent être de toute taille ; le résultat ne dépend ni de la mémoire ni des fils d'exécution.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Resampling</source>
      <translation>Rééchantillonnage</translation>
    </message>
    <message>
      <source>grid,resample,warp,reproject,rectify,orthorectify,register,remap,interpolate,nearest,linear,cubic,bspline,spline,mask,geometry</source>
      <translation>grille,grid,rééchantillonner,ré-échantillonnage,resample,warp,reprojeter,reproject,rectifier,rectify,orthorectifier,orthorectification,recaler,recalage,register,remap,interpoler,interpolation,plus proche voisin,nearest,linéaire,bilinéaire,linear,cubique,cubic,bspline,spline,masque,mask,géométrie</translation>
    </message>
    <message>
      <source>Resampled raster</source>
      <translation>Raster rééchantillonné</translation>
    </message>
    <message>
      <source>GeoTIFF with the resampled bands.</source>
      <translation>GeoTIFF des bandes rééchantillonnées.</translation>
    </message>
    <message>
      <source>Validity mask</source>
      <translation>Masque de validité</translation>
    </message>
    <message>
      <source>{source} resampled</source>
      <translation>{source} rééchantillonné</translation>
    </message>
    <message>
      <source>{source} validity mask</source>
      <translation>{source} masque de validité</translation>
    </message>
    <message>
      <source>{label}: of {features} feature(s) that are collections, {polygons} polygon(s) are taken, {others} line(s) or point(s) are left out.</source>
      <translation>{label} : de {features} entité(s) qui sont des collections, {polygons} polygone(s) sont pris, {others} ligne(s) ou point(s) sont laissés de côté.</translation>
    </message>
    <message>
      <source>model,example,grid,resample,mask,polygon,quick look</source>
      <translation>modèle,model,exemple,grille,grid,rééchantillonner,ré-échantillonnage,resample,masque,mask,polygone,polygon,aperçu,quick look</translation>
    </message>
    <message>
      <source>Grid raster</source>
      <translation>Raster de grille</translation>
    </message>
    <message>
      <source>Raster of nodes: one band with source rows and one with source columns, in pixels from the centre of the first pixel.</source>
      <translation>Raster de nœuds : une bande de lignes et une bande de colonnes de la source, en pixels à partir du centre du premier pixel.</translation>
    </message>
    <message>
      <source>Grid: nodata value</source>
      <translation>Grille : valeur nodata</translation>
    </message>
    <message>
      <source>Nodes with this row or this column are invalid. Not set: the nodata value of the grid's bands. Nodes that are not finite are invalid in any case.</source>
      <translation>Les nœuds de cette ligne ou de cette colonne sont invalides. Non renseigné : la valeur nodata des bandes de la grille. Les nœuds non finis sont toujours invalides.</translation>
    </message>
    <message>
      <source>Grid mask</source>
      <translation>Masque de la grille</translation>
    </message>
    <message>
      <source>Raster of as many rows and columns as the grid raster, that says which nodes are valid. Not set: those that are not nodata.</source>
      <translation>Raster d'autant de lignes et de colonnes que le raster de grille, qui indique quels nœuds sont valides. Non renseigné : ceux qui ne sont pas nodata.</translation>
    </message>
    <message>
      <source>Grid: band of source rows</source>
      <translation>Grille : bande des lignes de la source</translation>
    </message>
    <message>
      <source>Not set: the band whose description says so (row, line), else 1, or 2 if band 1 holds the columns.</source>
      <translation>Non renseigné : la bande dont la description le dit (row, line), sinon 1, ou 2 si la bande 1 contient les colonnes.</translation>
    </message>
    <message>
      <source>Grid: band of source columns</source>
      <translation>Grille : bande des colonnes de la source</translation>
    </message>
    <message>
      <source>Of the separate raster if there is one. Not set: the band whose description says so (col, column, sample), else 2, or 1 of a separate raster or if band 2 holds the rows.</source>
      <translation>Du raster séparé s'il y en a un. Non renseigné : la bande dont la description le dit (col, column, sample), sinon 2, ou 1 pour un raster séparé ou si la bande 2 contient les lignes.</translation>
    </message>
    <message>
      <source>Grid: separate raster of source columns</source>
      <translation>Grille : raster séparé des colonnes de la source</translation>
    </message>
    <message>
      <source>Raster of the same size as the grid raster, which then holds the rows. Not set: the grid raster holds both.</source>
      <translation>Raster de même taille que le raster de grille, qui contient alors les lignes. Non renseigné : le raster de grille contient les deux.</translation>
    </message>
    <message>
      <source>Grid: resolution in rows [output pixels]</source>
      <translation>Grille : résolution en lignes [pixels de sortie]</translation>
    </message>
    <message>
      <source>Output pixels from one row of nodes to the next. Not set: the grid's tag GRID_RESOLUTION_ROW, else 1.</source>
      <translation>Pixels de sortie d'une ligne de nœuds à la suivante. Non renseigné : la métadonnée GRID_RESOLUTION_ROW de la grille, sinon 1.</translation>
    </message>
    <message>
      <source>Grid: resolution in columns [output pixels]</source>
      <translation>Grille : résolution en colonnes [pixels de sortie]</translation>
    </message>
    <message>
      <source>Output pixels from one column of nodes to the next. Not set: the grid's tag GRID_RESOLUTION_COL, else 1.</source>
      <translation>Pixels de sortie d'une colonne de nœuds à la suivante. Non renseigné : la métadonnée GRID_RESOLUTION_COL de la grille, sinon 1.</translation>
    </message>
    <message>
      <source>Grid: pixel convention</source>
      <translation>Grille : convention de pixel</translation>
    </message>
    <message>
      <source>What the grid calls the centre of the first source pixel. center0: row 0, column 0. center05: row 0.5, column 0.5 (0 is the pixel's corner, as in GDAL). one_based: row 1, column 1.</source>
      <translation>Comment la grille désigne le centre du premier pixel de la source. center0 : ligne 0, colonne 0. center05 : ligne 0.5, colonne 0.5 (0 est le coin du pixel, comme dans GDAL). one_based : ligne 1, colonne 1.</translation>
    </message>
    <message>
      <source>Grid: shift of rows [source pixels]</source>
      <translation>Grille : décalage en lignes [pixels de la source]</translation>
    </message>
    <message>
      <source>Added to the source rows that the grid holds, besides the convention.</source>
      <translation>Ajouté aux lignes de la source que contient la grille, en plus de la convention.</translation>
    </message>
    <message>
      <source>Grid: shift of columns [source pixels]</source>
      <translation>Grille : décalage en colonnes [pixels de la source]</translation>
    </message>
    <message>
      <source>Added to the source columns that the grid holds, besides the convention.</source>
      <translation>Ajouté aux colonnes de la source que contient la grille, en plus de la convention.</translation>
    </message>
    <message>
      <source>Target: coordinate system</source>
      <translation>Cible : système de coordonnées</translation>
    </message>
    <message>
      <source>Coordinate system that the source is brought to. Not set: that of what places it on the map, which for RPCs is EPSG:4326.</source>
      <translation>Système de coordonnées dans lequel la source est amenée. Non renseigné : celui de ce qui la place sur la carte, EPSG:4326 pour des RPC.</translation>
    </message>
    <message>
      <source>Target: extent on the map</source>
      <translation>Cible : emprise sur la carte</translation>
    </message>
    <message>
      <source>What the target covers, from its upper left corner on; given in any coordinate system. Not set: all of the source, as gdalwarp takes it.</source>
      <translation>Ce que la cible couvre, à partir de son coin supérieur gauche ; donnée dans un système de coordonnées quelconque. Non renseigné : toute la source, comme la prend gdalwarp.</translation>
    </message>
    <message>
      <source>Target: pixel size [units of its system]</source>
      <translation>Cible : taille de pixel [unités de son système]</translation>
    </message>
    <message>
      <source>Width and height of the target's pixels: metres in most projected systems, degrees in geographic ones. Not set: as fine as the source, as gdalwarp takes it.</source>
      <translation>Largeur et hauteur des pixels de la cible : des mètres dans la plupart des systèmes projetés, des degrés dans les géographiques. Non renseigné : aussi fine que la source, comme la prend gdalwarp.</translation>
    </message>
    <message>
      <source>Target: template raster</source>
      <translation>Cible : raster modèle</translation>
    </message>
    <message>
      <source>Raster whose coordinate system, pixels and size the target takes; its values do not matter. It replaces the three above. Not set: these are used.</source>
      <translation>Raster dont la cible prend le système de coordonnées, les pixels et la taille ; ses valeurs n'importent pas. Il remplace les trois paramètres ci-dessus. Non renseigné : ceux-ci servent.</translation>
    </message>
    <message>
      <source>Heights (DEM)</source>
      <translation>Altitudes (MNT)</translation>
    </message>
    <message>
      <source>Raster of heights in metres, for a source with RPCs. Between its pixels heights are linear; where it has none, the grid has no position. Not set: one height everywhere.</source>
      <translation>Raster d'altitudes en mètres, pour une source avec des RPC. Entre ses pixels, les altitudes sont linéaires ; là où il n'en a pas, la grille n'a pas de position. Non renseigné : une altitude partout.</translation>
    </message>
    <message>
      <source>Source: placed by</source>
      <translation>Source : placée par</translation>
    </message>
    <message>
      <source>What places the source on the map. auto: the first that it has of a geotransform with a coordinate system, RPCs, control points. geotransform: its geotransform. gcp: its control points. rpc: its rational polynomials.</source>
      <translation>Ce qui place la source sur la carte. auto : le premier qu'elle a parmi une géotransformation avec un système de coordonnées, des RPC, des points d'appui. geotransform : sa géotransformation. gcp : ses points d'appui. rpc : ses polynômes rationnels.</translation>
    </message>
    <message>
      <source>Source: coordinate system</source>
      <translation>Source : système de coordonnées</translation>
    </message>
    <message>
      <source>Coordinate system of the geotransform or of the control points; RPCs always have longitude and latitude. Not set: the source's own.</source>
      <translation>Système de coordonnées de la géotransformation ou des points d'appui ; les RPC ont toujours longitude et latitude. Non renseigné : celui de la source.</translation>
    </message>
    <message>
      <source>Control points: fit</source>
      <translation>Points d'appui : ajustement</translation>
    </message>
    <message>
      <source>How control points become positions everywhere. auto: polynomial2 from six points on, else polynomial1, as GDAL does. polynomial1, polynomial2, polynomial3: of that order, from 3, 6 and 10 points on. tps: thin plates through all points. projective: as a camera sees a plane, from 4 points on.</source>
      <translation>Comment les points d'appui donnent des positions partout. auto : polynomial2 à partir de six points, sinon polynomial1, comme GDAL. polynomial1, polynomial2, polynomial3 : de cet ordre, à partir de 3, 6 et 10 points. tps : plaques minces par tous les points. projective : comme un appareil photo voit un plan, à partir de 4 points.</translation>
    </message>
    <message>
      <source>RPCs: height everywhere [m]</source>
      <translation>RPC : altitude partout [m]</translation>
    </message>
    <message>
      <source>Height above the ellipsoid, for a source with RPCs. Not together with a DEM. Not set: the mean height of the RPCs, with which QGIS draws it.</source>
      <translation>Altitude au-dessus de l'ellipsoïde, pour une source avec des RPC. Pas en même temps qu'un MNT. Non renseigné : l'altitude moyenne des RPC, avec laquelle QGIS la dessine.</translation>
    </message>
    <message>
      <source>DEM: band</source>
      <translation>MNT : bande</translation>
    </message>
    <message>
      <source>Band with the heights. Not set: 1.</source>
      <translation>Bande des altitudes. Non renseigné : 1.</translation>
    </message>
    <message>
      <source>DEM: heights count from</source>
      <translation>MNT : origine des altitudes</translation>
    </message>
    <message>
      <source>RPCs take heights above the ellipsoid, most DEMs have them above sea level. from_crs: what the DEM's coordinate system says, else the ellipsoid. ellipsoid: WGS 84. egm96: the geoid EGM96, as SRTM. egm2008: the geoid EGM2008, as Copernicus DEM. A geoid needs its file among PROJ's data.</source>
      <translation>Les RPC prennent des altitudes au-dessus de l'ellipsoïde, la plupart des MNT les ont au-dessus du niveau de la mer. from_crs : ce que dit le système de coordonnées du MNT, sinon l'ellipsoïde. ellipsoid : WGS 84. egm96 : le géoïde EGM96, comme SRTM. egm2008 : le géoïde EGM2008, comme Copernicus DEM. Un géoïde demande son fichier parmi les données de PROJ.</translation>
    </message>
    <message>
      <source>DEM: offset [m]</source>
      <translation>MNT : décalage [m]</translation>
    </message>
    <message>
      <source>Added to the heights of the DEM.</source>
      <translation>Ajouté aux altitudes du MNT.</translation>
    </message>
    <message>
      <source>Resolution in rows [target pixels]</source>
      <translation>Résolution en lignes [pixels de la cible]</translation>
    </message>
    <message>
      <source>Target pixels from one row of nodes to the next. Not set: the largest power of two up to 256 that keeps the tolerance.</source>
      <translation>Pixels de la cible d'une ligne de nœuds à la suivante. Non renseigné : la plus grande puissance de deux jusqu'à 256 qui respecte la tolérance.</translation>
    </message>
    <message>
      <source>Resolution in columns [target pixels]</source>
      <translation>Résolution en colonnes [pixels de la cible]</translation>
    </message>
    <message>
      <source>Target pixels from one column of nodes to the next. Not set: the largest power of two up to 256 that keeps the tolerance.</source>
      <translation>Pixels de la cible d'une colonne de nœuds à la suivante. Non renseigné : la plus grande puissance de deux jusqu'à 256 qui respecte la tolérance.</translation>
    </message>
    <message>
      <source>Tolerance [source pixels]</source>
      <translation>Tolérance [pixels source]</translation>
    </message>
    <message>
      <source>How far positions between nodes may be off where the resolution is automatic. A smaller one takes more nodes.</source>
      <translation>De combien les positions entre les nœuds peuvent s'écarter là où la résolution est automatique. Une tolérance plus petite demande plus de nœuds.</translation>
    </message>
    <message>
      <source>Coordinate operation</source>
      <translation>Opération de coordonnées</translation>
    </message>
    <message>
      <source>Way from the source's coordinate system to the target's, as a PROJ pipeline. Not set: the best that PROJ has; the log tells which, how exact it is, and which file is missing for a better one.</source>
      <translation>Chemin du système de coordonnées de la source à celui de la cible, comme pipeline PROJ. Non renseigné : le meilleur que PROJ possède ; le journal dit lequel, son exactitude, et quel fichier manque pour un meilleur.</translation>
    </message>
    <message>
      <source>{mask}: band</source>
      <translation>{mask} : bande</translation>
    </message>
    <message>
      <source>Band of the mask raster. Not set: 1.</source>
      <translation>Bande du masque raster. Non renseigné : 1.</translation>
    </message>
    <message>
      <source>{mask}: value that means valid</source>
      <translation>{mask} : valeur signifiant valide</translation>
    </message>
    <message>
      <source>A whole number, also negative. All other values of the mask raster mean invalid.</source>
      <translation>Un nombre entier, négatif aussi. Toutes les autres valeurs du masque raster signifient invalide.</translation>
    </message>
    <message>
      <source>Polygons of valid pixels</source>
      <translation>Polygones de pixels valides</translation>
    </message>
    <message>
      <source>Polygon layer in any coordinate system: pixels whose centre is outside all its features are invalid. Holes count. A layer or selection without features makes all pixels invalid. Not set: no restriction.</source>
      <translation>Couche de polygones dans un système de coordonnées quelconque : les pixels dont le centre est hors de toutes ses entités sont invalides. Les trous comptent. Une couche ou une sélection sans entité rend tous les pixels invalides. Non renseigné : aucune restriction.</translation>
    </message>
    <message>
      <source>Polygons of invalid pixels</source>
      <translation>Polygones de pixels invalides</translation>
    </message>
    <message>
      <source>Polygon layer in any coordinate system: pixels whose centre is inside one of its features are invalid. Not set: no restriction.</source>
      <translation>Couche de polygones dans un système de coordonnées quelconque : les pixels dont le centre est dans une de ses entités sont invalides. Non renseigné : aucune restriction.</translation>
    </message>
    <message>
      <source>Polygons: coordinates</source>
      <translation>Polygones : coordonnées</translation>
    </message>
    <message>
      <source>Window: extent on the map</source>
      <translation>Fenêtre : emprise sur la carte</translation>
    </message>
    <message>
      <source>Part of the output to compute: the smallest window with all pixels whose centre lies in this extent, the same pixels as in the whole output. Given in any coordinate system; for a grid without georeference as QGIS draws the output (x = column, y = -row). Not set: as the window in output pixels, which cannot be given together with it.</source>
      <translation>Partie de la sortie à calculer : la plus petite fenêtre qui contient tous les pixels dont le centre est dans cette emprise, avec les mêmes pixels que dans la sortie entière. Donnée dans un système de coordonnées quelconque ; pour une grille sans géoréférencement, comme QGIS dessine la sortie (x = colonne, y = -ligne). Non renseigné : comme la fenêtre en pixels de sortie, qui ne peut pas être donnée en même temps.</translation>
    </message>
    <message>
      <source>Window: r0,r1,c0,c1 [output pixels]</source>
      <translation>Fenêtre : r0,r1,c0,c1 [pixels de sortie]</translation>
    </message>
    <message>
      <source>Part of the output to compute: its first row, last row, first column and last column, counted from 0, the last ones included. 0,99,200,399 gives rows 0 to 99 of columns 200 to 399, the same pixels as in the whole output. Not set: the rows and columns that the grid's tags GRID_ROWS and GRID_COLS say it was made for, else all of it. Not together with a window by extent.</source>
      <translation>Partie de la sortie à calculer : sa première et sa dernière ligne, sa première et sa dernière colonne, comptées à partir de 0, les dernières comprises. 0,99,200,399 donne les lignes 0 à 99 des colonnes 200 à 399, avec les mêmes pixels que dans la sortie entière. Non renseigné : les lignes et les colonnes pour lesquelles la grille a été faite selon ses étiquettes GRID_ROWS et GRID_COLS, sinon la sortie entière. Pas en même temps qu'une fenêtre par emprise.</translation>
    </message>
    <message>
      <source>Output: data type</source>
      <translation>Sortie : type de données</translation>
    </message>
    <message>
      <source>Type of the output's values. Integers are rounded, halves to the even neighbour, and clipped to the range of the type. Not set: the source's type.</source>
      <translation>Type des valeurs de la sortie. Les entiers sont arrondis, les demis vers le voisin pair, et bornés à l'étendue du type. Non renseigné : le type de la source.</translation>
    </message>
    <message>
      <source>Output: nodata value</source>
      <translation>Sortie : valeur nodata</translation>
    </message>
    <message>
      <source>Value of invalid output pixels (in scripts also nan). Not set: the source's nodata value if the output's data type can hold it, else NaN for Float32 and Float64, else 0 that is not declared as nodata: then use the validity mask.</source>
      <translation>Valeur des pixels de sortie invalides (dans les scripts aussi nan). Non renseigné : la valeur nodata de la source si le type de données de la sortie peut la contenir, sinon NaN pour Float32 et Float64, sinon 0 non déclaré comme nodata : utiliser alors le masque de validité.</translation>
    </message>
    <message>
      <source>Output: creation options</source>
      <translation>Sortie : options de création</translation>
    </message>
    <message>
      <source>How GDAL stores the resampled raster, in scripts such as COMPRESS=DEFLATE|PREDICTOR=2. Compression uses the threads of the run. The validity mask takes one bit per pixel and is stored as it is. Not set: not compressed, in tiles.</source>
      <translation>Façon dont GDAL enregistre le raster rééchantillonné, dans les scripts par exemple COMPRESS=DEFLATE|PREDICTOR=2. La compression utilise les fils de l'exécution. Le masque de validité prend un bit par pixel et reste tel quel. Non renseigné : non compressé, en tuiles.</translation>
    </message>
    <message>
      <source>Rows of the output</source>
      <translation>Lignes de la sortie</translation>
    </message>
    <message>
      <source>Columns of the output</source>
      <translation>Colonnes de la sortie</translation>
    </message>
    <message>
      <source>Valid pixels</source>
      <translation>Pixels valides</translation>
    </message>
    <message>
      <source>Valid pixels (percent)</source>
      <translation>Pixels valides (pourcentage)</translation>
    </message>
    <message>
      <source>Resolution in rows</source>
      <translation>Résolution en lignes</translation>
    </message>
    <message>
      <source>Resolution in columns</source>
      <translation>Résolution en colonnes</translation>
    </message>
    <message>
      <source>Largest error between nodes [source pixels]</source>
      <translation>Plus grande erreur entre les nœuds [pixels source]</translation>
    </message>
    <message>
      <source>Error that 99 % do not exceed [source pixels]</source>
      <translation>Erreur que 99 % ne dépassent pas [pixels source]</translation>
    </message>
    <message>
      <source>Nodes</source>
      <translation>Nœuds</translation>
    </message>
    <message>
      <source>Nodes without a position</source>
      <translation>Nœuds sans position</translation>
    </message>
    <message>
      <source>Nodes in the source (percent)</source>
      <translation>Nœuds dans la source (pour cent)</translation>
    </message>
    <message>
      <source>Run: memory limit [MiB]</source>
      <translation>Exécution : limite de mémoire [Mio]</translation>
    </message>
    <message>
      <source>Mebibytes that the run may allocate. Not set: as in the Processing options, else a share of this machine's memory.</source>
      <translation>Mébioctets que l'exécution peut allouer. Non renseigné : comme dans les options de Traitement, sinon une part de la mémoire de cette machine.</translation>
    </message>
    <message>
      <source>Run: threads</source>
      <translation>Exécution : fils d'exécution</translation>
    </message>
    <message>
      <source>How many pieces are computed at a time. Not set: as in the Processing options, else one per processor.</source>
      <translation>Nombre de morceaux calculés en même temps. Non renseigné : comme dans les options de Traitement, sinon un par processeur.</translation>
    </message>
    <message>
      <source>Run: strip height [output rows]</source>
      <translation>Exécution : hauteur de bandeau [lignes de sortie]</translation>
    </message>
    <message>
      <source>Output rows that are held in memory and written together; 0: all. Not set: chosen by the memory limit, which is best.</source>
      <translation>Lignes de sortie tenues en mémoire et écrites ensemble ; 0 : toutes. Non renseigné : choisi selon la limite de mémoire, ce qui est le mieux.</translation>
    </message>
    <message>
      <source>Run: tile height [output rows]</source>
      <translation>Exécution : hauteur de tuile [lignes de sortie]</translation>
    </message>
    <message>
      <source>Most rows of a piece that one thread computes; give the tile width, too. Not set: chosen by the memory limit, which is best.</source>
      <translation>Nombre maximal de lignes d'un morceau calculé par un fil ; donner aussi la largeur de tuile. Non renseigné : choisi selon la limite de mémoire, ce qui est le mieux.</translation>
    </message>
    <message>
      <source>Run: tile width [output columns]</source>
      <translation>Exécution : largeur de tuile [colonnes de sortie]</translation>
    </message>
    <message>
      <source>Most columns of a piece that one thread computes; give the tile height, too. Not set: chosen by the memory limit, which is best.</source>
      <translation>Nombre maximal de colonnes d'un morceau calculé par un fil ; donner aussi la hauteur de tuile. Non renseigné : choisi selon la limite de mémoire, ce qui est le mieux.</translation>
    </message>
    <message>
      <source>Run: Dask scheduler (address or file)</source>
      <translation>Exécution : ordonnanceur Dask (adresse ou fichier)</translation>
    </message>
    <message>
      <source>Computes on the workers of a Dask cluster: the address of its scheduler, such as tcp://192.168.1.7:8786, or the file that it has written. Workers must see inputs and outputs by the same names; an output that ends in .vrt stays in parts beside it, one that ends in .tif is joined. A run that was stopped goes on where it was. Not set: as in the Processing options, else this machine; the word local means this machine, too.</source>
      <translation>Calcule sur les machines d'une grappe Dask : l'adresse de son ordonnanceur, par exemple tcp://192.168.1.7:8786, ou le fichier qu'il a écrit. Les machines doivent voir les entrées et les sorties sous les mêmes noms ; une sortie qui se termine par .vrt reste en morceaux à côté d'elle, celle qui se termine par .tif est réunie. Une exécution interrompue reprend où elle en était. Non renseigné : comme dans les options de Traitement, sinon cette machine ; le mot local désigne aussi cette machine.</translation>
    </message>
    <message>
      <source>Interpolation</source>
      <translation>Interpolation</translation>
    </message>
    <message>
      <source>How a value between source pixels is found. nearest: the nearest one, which keeps values (classes, codes). linear: from 2 x 2 pixels. cubic: from 4 x 4, sharper. bspline3, bspline5, bspline7, bspline9, bspline11: B-splines of that order, the most faithful; they need valid pixels farther around and take longer.</source>
      <translation>Comment trouver une valeur entre les pixels de la source. nearest : le plus proche voisin, qui garde les valeurs (classes, codes). linear : bilinéaire, à partir de 2 × 2 pixels. cubic : bicubique, à partir de 4 × 4, plus net. bspline3, bspline5, bspline7, bspline9, bspline11 : B-splines de cet ordre, les plus fidèles ; elles demandent des pixels valides plus loin autour et prennent plus de temps.</translation>
    </message>
    <message>
      <source>B-splines: precision [share of the source's range]</source>
      <translation>B-splines : précision [part de l'étendue de la source]</translation>
    </message>
    <message>
      <source>Error that the B-splines may have, as a share of the range of the source's values. A smaller one takes a little longer.</source>
      <translation>Erreur admise pour les B-splines, en part de l'étendue des valeurs de la source. Une erreur plus petite prend un peu plus de temps.</translation>
    </message>
    <message>
      <source>B-splines: influence of invalid pixels [share]</source>
      <translation>B-splines : influence des pixels invalides [part]</translation>
    </message>
    <message>
      <source>In a B-spline every source pixel has some influence on all others; an output pixel is invalid where that of an invalid one exceeds this share. 1: only invalid pixels that enter it directly count.</source>
      <translation>Dans une B-spline, chaque pixel de la source a quelque influence sur tous les autres ; un pixel de sortie est invalide là où celle d'un pixel invalide dépasse cette part. 1 : seuls comptent les pixels invalides qui y entrent directement.</translation>
    </message>
    <message>
      <source>Border: padding beyond the source</source>
      <translation>Bord : remplissage au-delà de la source</translation>
    </message>
    <message>
      <source>What interpolation finds there. none: nothing. constant: 0. edge: the last pixel. reflect: the mirror image about the last pixel. symmetric: the mirror image about the border. wrap: the source's other end. Only with the next parameter can it make output pixels valid; B-splines differ a little without it, too.</source>
      <translation>Ce que l'interpolation y trouve. none : rien. constant : 0. edge : le dernier pixel. reflect : l'image miroir par rapport au dernier pixel. symmetric : l'image miroir par rapport au bord. wrap : l'autre extrémité de la source. Ne peut rendre valides des pixels de sortie qu'avec le paramètre suivant ; les B-splines changent un peu aussi sans lui.</translation>
    </message>
    <message>
      <source>Border: output pixels made of padding are valid</source>
      <translation>Bord : pixels de sortie issus du remplissage valides</translation>
    </message>
    <message>
      <source>If not, an output pixel is invalid as soon as any pixel beyond the source's border enters it.</source>
      <translation>Sinon, un pixel de sortie est invalide dès qu'un pixel au-delà du bord de la source y entre.</translation>
    </message>
    <message>
      <source>Raster to read values from. It needs no place on the map.</source>
      <translation>Raster dont les valeurs sont lues. Il n'a pas besoin de place sur la carte.</translation>
    </message>
    <message>
      <source>Source: bands</source>
      <translation>Source : bandes</translation>
    </message>
    <message>
      <source>Bands of the source in the order of the output; in scripts a band may come twice, such as 3;1;1. Not set: all bands.</source>
      <translation>Bandes de la source dans l'ordre de la sortie ; dans les scripts, une bande peut venir deux fois, par exemple 3;1;1. Non renseigné : toutes les bandes.</translation>
    </message>
    <message>
      <source>Source: pixels made invalid by</source>
      <translation>Source : pixels rendus invalides par</translation>
    </message>
    <message>
      <source>none: nothing further. any_band: nodata in any of the chosen bands. all_bands: nodata in all of them. dataset_mask: the source's alpha band, mask file or nodata. Values that are not finite are invalid in any case.</source>
      <translation>none : rien de plus. any_band : nodata dans une des bandes choisies. all_bands : nodata dans toutes ces bandes. dataset_mask : la bande alpha, le fichier de masque ou la valeur nodata de la source. Les valeurs non finies sont toujours invalides.</translation>
    </message>
    <message>
      <source>Source mask</source>
      <translation>Masque de la source</translation>
    </message>
    <message>
      <source>Raster of as many rows and columns as the source, that says which of its pixels are valid. Not set: those that are not nodata.</source>
      <translation>Raster d'autant de lignes et de colonnes que la source, qui indique lesquels de ses pixels sont valides. Non renseigné : ceux qui ne sont pas nodata.</translation>
    </message>
    <message>
      <source>map: on the map, in the layer's own coordinate system, which is taken to the source's; over a source without georeference as QGIS draws it (x = column, y = -row of the corners of pixels). pixel: x = column, y = row of the source, where (0, 0) is the centre of the first pixel.</source>
      <translation>map : sur la carte, dans le système de coordonnées de la couche, converti dans celui de la source ; sur une source sans géoréférencement, comme QGIS la dessine (x = colonne, y = -ligne des coins des pixels). pixel : x = colonne, y = ligne de la source, où (0, 0) est le centre du premier pixel.</translation>
    </message>
    <message>
      <source>{algorithm} ({id}), GridR for QGIS {version}, {date}.</source>
      <translation>{algorithm} ({id}), GridR pour QGIS {version}, {date}.</translation>
    </message>
    <message>
      <source>{label}: {value}</source>
      <translation>{label} : {value}</translation>
    </message>
    <message>
      <source>invalid</source>
      <translation>invalide</translation>
    </message>
    <message>
      <source>valid</source>
      <translation>valide</translation>
    </message>
    <message>
      <source>GridR - resampling through grids</source>
      <translation>GridR - rééchantillonnage par grilles</translation>
    </message>
    <message>
      <source>Memory limit of a run (MiB; 0: a share of the machine's memory)</source>
      <translation>Limite de mémoire d'une exécution (Mio ; 0 : une part de la mémoire de la machine)</translation>
    </message>
    <message>
      <source>Threads of a run (0: one per processor)</source>
      <translation>Fils d'une exécution (0 : un par processeur)</translation>
    </message>
    <message>
      <source>Folder for compiled kernels (from the next start of QGIS on)</source>
      <translation>Dossier des noyaux compilés (à partir du prochain démarrage de QGIS)</translation>
    </message>
    <message>
      <source>Empty: the cache folder of the system</source>
      <translation>Vide : le dossier de cache du système</translation>
    </message>
    <message>
      <source>Who computes (auto: NumPy until compiled kernels are loaded)</source>
      <translation>Qui calcule (auto : NumPy jusqu'à ce que les noyaux compilés soient chargés)</translation>
    </message>
    <message>
      <source>Dask scheduler of a cluster (address or file)</source>
      <translation>Ordonnanceur Dask d'une grappe (adresse ou fichier)</translation>
    </message>
    <message>
      <source>Empty: this machine computes</source>
      <translation>Vide : cette machine calcule</translation>
    </message>
    <message>
      <source>Give a whole number from 0 up, got {0}.</source>
      <translation>Donner un nombre entier à partir de 0, reçu {0}.</translation>
    </message>
    <message>
      <source>Resample inside polygons</source>
      <translation>Rééchantillonner dans des polygones</translation>
    </message>
    <message>
      <source>Builds a source mask of polygons and resamples with it.</source>
      <translation>Construit un masque de la source à partir de polygones et rééchantillonne avec lui.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Resamples a raster through a grid where its pixels lie inside polygons of one layer and outside those of another. The mask is built once, in the geometry of the source, and may be kept: other runs on the same source can take it as their source mask.&lt;/p&gt;&lt;p&gt;A model of two steps, &lt;i&gt;Build mask&lt;/i&gt; and &lt;i&gt;Resample raster through a grid&lt;/i&gt;. Its file lies in the plugin's folder models: open it in the model designer to build on it.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Rééchantillonne un raster par une grille là où ses pixels sont à l'intérieur des polygones d'une couche et hors de ceux d'une autre. Le masque est construit une fois, dans la géométrie de la source, et peut être conservé : d'autres exécutions sur la même source peuvent le prendre comme masque de la source.&lt;/p&gt;&lt;p&gt;Modèle en deux étapes, &lt;i&gt;Construire un masque&lt;/i&gt; et &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt;. Son fichier est dans le dossier models de l'extension : l'ouvrir dans le modeleur pour en tirer son propre modèle.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Resample after a quick look</source>
      <translation>Rééchantillonner après un aperçu</translation>
    </message>
    <message>
      <source>Resamples all of a scene only if enough of its quick look is valid.</source>
      <translation>Ne rééchantillonne toute une scène que si une part suffisante de son aperçu est valide.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Resamples a quick look first: one pixel per node of the grid, by nearest. Only if enough of it is valid the scene follows, in full resolution; otherwise the log says how much is valid. In a batch over many scenes and grids this leaves out those that hardly meet.&lt;/p&gt;&lt;p&gt;The coarser the grid, the smaller the quick look: at resolution 10 it has a hundredth of the pixels, at resolution 1 as many as the scene.&lt;/p&gt;&lt;p&gt;A model of &lt;i&gt;Resample raster through a grid&lt;/i&gt;, twice, and a &lt;i&gt;Conditional branch&lt;/i&gt;. Its file lies in the plugin's folder models: open it in the model designer to build on it.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Rééchantillonne d'abord un aperçu : un pixel par nœud de la grille, au plus proche voisin. La scène ne suit, en pleine résolution, que si une part suffisante de l'aperçu est valide ; sinon, le journal indique quelle part est valide. Dans un traitement par lot sur de nombreuses scènes et grilles, cela écarte celles qui se recouvrent à peine.&lt;/p&gt;&lt;p&gt;Plus la grille est grossière, plus l'aperçu est petit : à la résolution 10, il a un centième des pixels, à la résolution 1, autant que la scène.&lt;/p&gt;&lt;p&gt;Modèle qui utilise deux fois &lt;i&gt;Rééchantillonner un raster par une grille&lt;/i&gt;, et une &lt;i&gt;Branche conditionnelle&lt;/i&gt;. Son fichier est dans le dossier models de l'extension : l'ouvrir dans le modeleur pour en tirer son propre modèle.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Least share of valid pixels (percent)</source>
      <translation>Part minimale de pixels valides (pourcentage)</translation>
    </message>
    <message>
      <source>The scene is resampled if at least so much of the quick look is valid.</source>
      <translation>La scène est rééchantillonnée si au moins cette part de l'aperçu est valide.</translation>
    </message>
    <message>
      <source>Quick look</source>
      <translation>Aperçu</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modèles</translation>
    </message>
  </context>
</TS>
